using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    [Fact]
    public async Task Configuration_BoundByAClient_IsWhatConfigureFillsIn()
    {
        await using Stage stage = await Stage.StartShopAsync(connect: false);
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(stage.Cloud.Configuration("Shop")).Build();
        ServiceCollection services = new();
        services.AddWhatsCommerce(configuration.GetSection("Shop"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        WhatsCommerceOptions configured = new();
        stage.Cloud.Configure(configured);

        WhatsCommerceOptions bound = provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value;

        Assert.Equal(
            (configured.BaseAddress, configured.AccessToken, configured.AppSecret, configured.PhoneNumberId),
            (bound.BaseAddress, bound.AccessToken, bound.AppSecret, bound.PhoneNumberId));
        Assert.Equal(
            (configured.BusinessAccountId, configured.BusinessId, configured.CatalogId),
            (bound.BusinessAccountId, bound.BusinessId, bound.CatalogId));
        Assert.Equal(stage.Cloud.AppSecret, configuration["Shop:Webhooks:AppSecrets:0"]);
        Assert.Equal(stage.Cloud.VerifyToken, configuration["Shop:Webhooks:VerifyToken"]);
    }
}
