using WhatsCommerce.Testing;

namespace WhatsCommerceShop.Tests;

public class OrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cart_IsConfirmed()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");

        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);

        ReceivedMessage answer = await pablo.NextMessageAsync(cancellationToken: Stop);
        Assert.Contains("2 x apple-1kg", answer.Text);
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task CartThatIsDeliveredTwice_IsConfirmedOnce()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        shop.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());

        await pablo.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);

        await shop.Cloud.WhenDeliveredAsync(Stop);
        Assert.Single(pablo.Received);
    }
}
