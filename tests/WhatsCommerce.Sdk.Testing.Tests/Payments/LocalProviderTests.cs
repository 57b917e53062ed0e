using System.Net;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests.Payments;

/// <summary>What all local providers have in common: pages, webhooks by a schedule, guards and bounds.</summary>
public sealed class LocalProviderTests : IAsyncLifetime
{
    private const string Session =
        "mode=payment&success_url=https://shop.example/return%3Fid={CHECKOUT_SESSION_ID}&cancel_url=https://shop.example/cancel"
        + "&client_reference_id=<script>alert(1)</script>&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd"
        + "&line_items[0][price_data][unit_amount]=1200&line_items[0][price_data][product_data][name]=Apples";

    private readonly FakeTimeProvider _time = new();
    private LocalStripe _stripe = null!;
    private ProviderHttp _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stripe = await LocalStripe.StartAsync(new() { TimeProvider = _time, HistoryLimit = 20 }, Cancel);
        _http = new(_stripe) { Authorization = new("Bearer", _stripe.ApiKey) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task Page_Open_IsHtmlWithoutScriptUnderAStrictPolicy()
    {
        LocalCheckout checkout = await MadeAsync();

        Answered page = await _http.GetAsync(checkout.Page.AbsoluteUri);

        Assert.Contains("<h1>Pay 12.00 USD</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Policy, StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self' https://shop.example", page.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Pay_LeadsBackAndCannotChargeTwice()
    {
        LocalCheckout checkout = await MadeAsync();

        Answered first = await PressAsync(checkout, "action=pay");
        Answered second = await PressAsync(checkout, "action=pay");

        Assert.Equal((303, $"https://shop.example/return?id={checkout.Id}"), (first.Status, first.Location!.AbsoluteUri));
        Assert.Equal(first, second);
        Assert.Single(_stripe.Ledger.Charges);
    }

    [Fact]
    public async Task Page_PayAndStay_IsPaidAndLinksToTheShop()
    {
        LocalCheckout checkout = await MadeAsync();

        Answered stayed = await PressAsync(checkout, "action=pay&stay=1");

        Assert.Equal(200, stayed.Status);
        Assert.Contains($"href=\"https://shop.example/return?id={checkout.Id}\"", stayed.Text, StringComparison.Ordinal);
        Assert.Single(_stripe.Ledger.Charges);
    }

    [Fact]
    public async Task Page_Back_LeavesItOpen()
    {
        LocalCheckout checkout = await MadeAsync();

        Answered back = await PressAsync(checkout, "action=back");

        Assert.Equal("https://shop.example/cancel", back.Location!.AbsoluteUri);
        Assert.Equal(LocalCheckoutState.Open, checkout.State);
    }

    [Fact]
    public async Task Page_Decline_SaysSoAndStaysOpen()
    {
        LocalCheckout checkout = await MadeAsync();

        Answered declined = await PressAsync(checkout, "action=decline");

        Assert.Contains("role=\"alert\"", declined.Text, StringComparison.Ordinal);
        Assert.True(checkout.Pay());
    }

    [Fact]
    public async Task Page_Delayed_IsConfirmedOnThePage()
    {
        LocalCheckout checkout = await MadeAsync();

        await PressAsync(checkout, "action=delayed");
        Assert.Equal(LocalCheckoutState.Pending, checkout.State);
        await PressAsync(checkout, "action=confirm");

        Assert.Equal(LocalCheckoutState.Paid, checkout.State);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Page_FromAnotherSite_IsRefused(string header, string value)
    {
        LocalCheckout checkout = await MadeAsync();

        Answered refused = await _http.FormAsync(checkout.Page.AbsoluteUri, "action=pay", (header, value));

        Assert.Equal(403, refused.Status);
        Assert.Empty(_stripe.Ledger.Charges);
    }

    [Fact]
    public async Task Page_GuessedAddress_Is404() =>
        Assert.Equal(404, (await _http.GetAsync(new Uri(_stripe.BaseAddress, "pay/1").AbsoluteUri)).Status);

    [Fact]
    public async Task Request_OverAMegabyte_Is413() =>
        Assert.Equal(
            (int)HttpStatusCode.RequestEntityTooLarge, (await _http.FormAsync("v1/refunds", new string('a', 1024 * 1024 + 1))).Status);

    [Fact]
    public async Task Checkouts_OverTheLimit_AreForgottenAndCounted()
    {
        for (int i = 0; i < 22; i++)
        {
            (await MadeAsync()).Pay();
        }

        Assert.Equal((20, 20, 2), (_stripe.Checkouts.Count, _stripe.Ledger.Charges.Count, _stripe.Ledger.Forgotten));
    }

    [Fact]
    public async Task Webhook_Lost_IsNeverDelivered()
    {
        await using Callback shop = await ConnectedAsync();
        _stripe.Webhooks.When(delivery => delivery.Type == "checkout.session.completed", LocalWebhookFault.Drop());

        (await MadeAsync()).Pay();
        await QuietAsync();

        Assert.Equal(["charge.succeeded", "payment_intent.succeeded"], Types(shop));
        Assert.Empty(_stripe.Webhooks.Deliveries[^1].Attempts);
    }

    [Fact]
    public async Task Webhook_Repeated_HasTheSameId()
    {
        await using Callback shop = await ConnectedAsync();
        _stripe.Webhooks.Next(LocalWebhookFault.Duplicate(3));

        (await MadeAsync()).Pay();
        await QuietAsync();

        Assert.Equal(5, shop.Posts.Count);
        Assert.Single(shop.Posts.Take(3).Select(post => post.Text).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Webhook_Late_ComesAtItsTime()
    {
        await using Callback shop = await ConnectedAsync();
        _stripe.Webhooks.Next(LocalWebhookFault.Delay(TimeSpan.FromHours(1)), count: 3);

        (await MadeAsync()).Pay();
        await QuietAsync();
        Assert.Empty(shop.Posts);
        _time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        await Patiently.Until(() => shop.Posts.Count == 3);
    }

    [Fact]
    public async Task Webhook_Overtaken_ComesAfterTheNext()
    {
        await using Callback shop = await ConnectedAsync();
        _stripe.Webhooks.Next(LocalWebhookFault.Reorder());

        (await MadeAsync()).Pay();
        await QuietAsync();

        Assert.Equal(["payment_intent.succeeded", "charge.succeeded", "checkout.session.completed"], Types(shop));
    }

    [Fact]
    public async Task Webhook_NotTaken_IsRedelivered()
    {
        await using Callback shop = await ConnectedAsync();
        shop.OnPost = (http, _) =>
        {
            http.Response.StatusCode = shop.Posts.Count <= 2 ? 503 : 204;
            return Task.CompletedTask;
        };
        _stripe.Webhooks.Next(LocalWebhookFault.Drop(), 2);

        (await MadeAsync()).Pay();
        await QuietAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await Patiently.Until(() => shop.Posts.Count == 2);
        await QuietAsync();
        _time.Advance(TimeSpan.FromSeconds(1));

        await Patiently.Until(() => _stripe.Webhooks.Deliveries[^1].IsTaken);
        Assert.Equal([503, 503, 204], _stripe.Webhooks.Deliveries[^1].Attempts.Select(attempt => attempt.StatusCode!.Value));
    }

    [Fact]
    public void Connect_ForeignAddress_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _stripe.Webhooks.Connect(new Uri("https://shop.example/webhooks")));

    [Fact]
    public async Task LocalPayments_Started_GivesWhatAShopNeeds()
    {
        await using LocalPayments payments = await LocalPayments.StartAsync(new() { Razorpay = null }, Cancel);

        Dictionary<string, string?> keys = payments.Configuration().ToDictionary(StringComparer.Ordinal);

        Assert.Equal(["stripe", "paypal"], payments.All.Select(provider => provider.Name));
        Assert.Equal(payments.Stripe!.ApiKey, keys["WhatsCommerce:Storefront:Stripe:SecretKey"]);
        Assert.Equal(payments.PayPal!.BaseAddress.AbsoluteUri, keys["WhatsCommerce:Storefront:PayPal:BaseAddress"]);
        Assert.DoesNotContain(keys.Keys, key => key.Contains("Razorpay", StringComparison.Ordinal));
    }

    private async Task<LocalCheckout> MadeAsync()
    {
        Answered made = await _http.FormAsync("v1/checkout/sessions", Session);
        Assert.Equal(200, made.Status);
        return _stripe.Find(made["id"]!)!;
    }

    private async Task<Callback> ConnectedAsync()
    {
        Callback shop = await Callback.StartAsync();
        _stripe.Webhooks.Connect(shop.Address);
        return shop;
    }

    private Task<Answered> PressAsync(LocalCheckout checkout, string form) =>
        _http.FormAsync(checkout.Page.AbsoluteUri, form, ("Origin", _stripe.BaseAddress.GetLeftPart(UriPartial.Authority)));

    private Task QuietAsync() => Patiently.Wait(_stripe.Webhooks.WhenQuietAsync(Cancel));

    private static string[] Types(Callback shop) =>
        [.. shop.Posts.Select(post => System.Text.Json.Nodes.JsonNode.Parse(post.Body)!["type"]!.ToString())];
}
