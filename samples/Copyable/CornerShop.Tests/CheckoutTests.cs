using System.Text;
using System.Text.RegularExpressions;
using WhatsCommerce.Testing;

namespace CornerShop.Tests;

public sealed partial class CheckoutTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Greeting_IsAnsweredWithTheShelf()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");

        await pablo.SendTextAsync("Hello!", Stop);

        await pablo.NextMessageAsync("interactive.product_list", cancellationToken: Stop);
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Checkout_IsConfirmed_AndThePageSaysThatItWasRead()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        Uri page = await SendCartAsync(pablo);

        await PlaceAsync(shop, page);

        Assert.Contains("6.98", (await pablo.NextMessageAsync(cancellationToken: Stop)).Text);
        await ShowsAsync(shop, page, "WhatsApp: read");
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task CheckoutWhileMetaRefuses_IsConfirmedOnceItDoesNot()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        Uri page = await SendCartAsync(pablo);
        shop.Cloud.Faults.When(IsConfirmation, EmulatedFault.Throughput());

        await PlaceAsync(shop, page);
        await ShowsAsync(shop, page, "We will write to you");
        shop.Cloud.Faults.Clear();

        await ShowsAsync(shop, page, "WhatsApp: read");
        Assert.Single(pablo.Received, IsThanks);
    }

    [Fact]
    public async Task ConfirmationWhoseAnswerIsLost_LeavesOnce()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        Uri page = await SendCartAsync(pablo);
        shop.Cloud.Faults.Next(EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting));

        await PlaceAsync(shop, page);

        await ShowsAsync(shop, page, "WhatsApp: read");
        Assert.Single(pablo.Received, IsThanks);
    }

    [Fact]
    public async Task ShopThatStopsBeforeItConfirms_ConfirmsAfterTheRestart()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        Uri page = await SendCartAsync(pablo);
        shop.Cloud.Faults.When(IsConfirmation, EmulatedFault.Throughput());
        await PlaceAsync(shop, page);

        await shop.StopAsync();
        shop.Cloud.Faults.Clear();
        await shop.RestartAsync();

        Assert.Contains("6.98", (await pablo.NextMessageAsync(cancellationToken: Stop)).Text);
        await shop.Cloud.WhenDeliveredAsync(Stop);
        Assert.Single(pablo.Received, IsThanks);
    }

    [Fact]
    public async Task CartThatIsDeliveredTwice_IsAnsweredOnce()
    {
        await using RunningShop shop = await RunningShop.StartAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", name: "Pablo");
        shop.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());

        await SendCartAsync(pablo);

        await shop.Cloud.WhenDeliveredAsync(Stop);
        Assert.Single(pablo.Received);
    }

    // Sends a cart, and returns the address in the shop's answer.
    private static async Task<Uri> SendCartAsync(EmulatedCustomer customer)
    {
        await customer.SendCartAsync([("apple-1kg", 2)], cancellationToken: Stop);
        ReceivedMessage summary = await customer.NextMessageAsync(cancellationToken: Stop);
        return new Uri(Link().Match(summary.Text!).Value);
    }

    private static async Task PlaceAsync(RunningShop shop, Uri page)
    {
        using FormUrlEncodedContent nothing = new([]);
        using HttpResponseMessage answer = await shop.Browser.PostAsync(page, nothing, Stop);
        answer.EnsureSuccessStatusCode();
    }

    // Reloads the page until it shows a text.
    private static async Task ShowsAsync(RunningShop shop, Uri page, string text)
    {
        while (!(await shop.Browser.GetStringAsync(page, Stop)).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(50, Stop);
        }
    }

    private static bool IsThanks(ReceivedMessage message) => message.Text?.StartsWith("Thank you!", StringComparison.Ordinal) == true;

    private static bool IsConfirmation(IncomingRequest request) => Encoding.UTF8.GetString(request.Body.Span).Contains("Thank you!");

    [GeneratedRegex("https?://[^ ]+/checkout/[0-9a-f]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
