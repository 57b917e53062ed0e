using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Testing.Tests;

/// <summary>
/// The one place where the SDK's own client meets the local Cloud API here: what <see cref="CloudApiEmulator.Configure"/> fills in must be
/// enough.
/// </summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Configure_ClientOfTheSdk_SendsToTheLocalCloudApi()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);
        ServiceCollection services = new();
        services.AddWhatsCommerce(stage.Cloud.Configure);
        await using ServiceProvider provider = services.BuildServiceProvider();
        WhatsCommerceClient client = provider.GetRequiredService<WhatsCommerceClient>();

        MessageReceipt receipt = await client.Messages.SendAsync(
            stage.Cloud.Customer("+16505551234").Address, Message.Text("Hello!").Build(), cancellationToken: Stage.Token);

        Assert.Equal(Assert.Single(stage.Cloud.Customer("+16505551234").Received).Id, receipt.Id);
    }
}
