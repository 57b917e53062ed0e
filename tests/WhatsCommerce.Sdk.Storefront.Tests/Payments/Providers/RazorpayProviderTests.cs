using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

public sealed class RazorpayProviderTests : IDisposable
{
    private readonly ProviderHost _host = new(
        builder => builder.AddRazorpay(options =>
        {
            options.KeyId = "rzp_test_1";
            options.KeySecret = "key_secret";
            options.WebhookSecrets.Add("old");
            options.WebhookSecrets.Add("secret");
            options.Currencies.Add("USD");
        }),
        "razorpay");

    public RazorpayProviderTests() => _host.Api.On("POST", "/v1/payment_links", request => FakeApi.Json(
        Link("created", ReferenceIn(request.Body))));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Create_Quote_IsALinkThatNotifiesNobody()
    {
        OfferResult offer = await _host.Shop.OfferAsync();

        string body = _host.Api.Requests[^1].Body;
        Assert.Equal("https://rzp.io/i/1", offer.Attempt!.Url);
        Assert.Contains("\"amount\":698,\"currency\":\"USD\",\"reference_id\":\"" + offer.Attempt.Id, body, StringComparison.Ordinal);
        Assert.Contains("\"notify\":{\"sms\":false,\"email\":false}", body, StringComparison.Ordinal);
        Assert.Contains("\"accept_partial\":false", body, StringComparison.Ordinal);
        Assert.StartsWith("Basic ", _host.Api.Requests[^1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TimeoutAfterAcceptance_IsFoundByItsReference()
    {
        string? reference = null;
        _host.Api.On("POST", "/v1/payment_links", request =>
        {
            reference = ReferenceIn(request.Body);
            throw new HttpRequestException("cut");
        });
        OfferResult offer = await _host.Shop.OfferAsync();
        _host.Api.On("GET", $"/v1/payment_links?reference_id={reference}", $$"""{"payment_links":[{{Link("created", reference!)}}]}""");

        SettleResult settled = await _host.SettleAsync(offer);

        Assert.Equal((OfferOutcome.Unknown, SettleOutcome.Open), (offer.Outcome, settled.Outcome));
        Assert.Equal("plink_1", settled.Attempt!.ProviderReference);
    }

    [Fact]
    public async Task Create_ReferenceThatIsTaken_IsTheLinkOfTheFirstCall()
    {
        _host.Api.On("POST", "/v1/payment_links", request =>
        {
            string reference = ReferenceIn(request.Body);
            _host.Api.On("GET", $"/v1/payment_links?reference_id={reference}", $$"""{"payment_links":[{{Link("created", reference)}}]}""");
            return FakeApi.Json("""{"error":{"code":"BAD_REQUEST_ERROR","reason":"NA"}}""", HttpStatusCode.BadRequest);
        });

        Assert.Equal(OfferOutcome.Offered, (await _host.Shop.OfferAsync()).Outcome);
    }

    [Fact]
    public async Task Settle_PaidLink_PaysTheOrder()
    {
        OfferResult offer = await PaidAsync();

        Assert.Equal(new Money(6.98m, "USD"), (await _host.Shop.OrderAsync(offer.Order!.Id)).Paid);
    }

    [Fact]
    public async Task Cancel_LinkThatIsPaidMeanwhile_IsOrdered()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        int reads = 0;
        _host.Api.On("GET", "/v1/payment_links/plink_1", _ => FakeApi.Json(
            Link(++reads == 1 ? "created" : "paid", offer.Attempt!.Id.ToString())));
        _host.Api.On("POST", "/v1/payment_links/plink_1/cancel", """{"error":{"code":"BAD_REQUEST_ERROR"}}""", HttpStatusCode.BadRequest);

        ChangeResult dropped = await _host.Shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop);

        Assert.Equal(ChangeOutcome.Ordered, dropped.Outcome);
    }

    [Fact]
    public async Task Refund_ConflictWhileItRuns_IsUnknownAndFoundByItsReceipt()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("POST", "/v1/payments/pay_1/refund", "{}", HttpStatusCode.Conflict);
        RefundResult unknown = await _host.RefundAsync(offer, 2m);
        _host.Api.On("GET", "/v1/payments/pay_1/refunds?count=100", $$"""
            {"items":[{"id":"rfnd_1","status":"processed","receipt":"{{unknown.Refund!.Id}}"}]}
            """);
        _host.Shop.Time.Advance(TimeSpan.FromHours(1));

        await _host.Shop.Rooms.Sweep.RunOnceAsync(10, Stop);

        Assert.Equal(RefundState.Unknown, unknown.Refund.State);
        Assert.Equal(unknown.Refund.Id.Value, _host.Api.Requests.Single(
            request =>
                request.Method == "POST" && request.Path.EndsWith("/refund", StringComparison.Ordinal)).Headers["X-Refund-Idempotency"]);
        Assert.Equal(OrderPaymentState.PartlyRefunded, (await _host.Shop.OrderAsync(offer.Order!.Id)).Payment);
    }

    [Fact]
    public async Task Settle_RefundInTheDashboardAndDispute_AreReadBack()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", "/v1/payments/pay_1", """{"id":"pay_1","amount_refunded":100}""");
        long from = offer.Attempt!.CreatedAt.ToUnixTimeSeconds();
        _host.Api.On(
            "GET", $"/v1/disputes?from={from}&count=100&skip=0",
                """{"items":[{"payment_id":"pay_1","status":"open"},{"payment_id":"pay_2"}]}""");

        await _host.SettleAsync(offer);

        Order order = await _host.Shop.OrderAsync(offer.Order!.Id);
        Assert.Equal((new Money(1m, "USD"), OrderPaymentState.Disputed), (order.Refunded, order.Payment));
    }

    [Fact]
    public async Task Settle_DisputeBehindAHundredOthers_IsFound()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", "/v1/payments/pay_1", """{"id":"pay_1","amount_refunded":0}""");
        string list = $"/v1/disputes?from={offer.Attempt!.CreatedAt.ToUnixTimeSeconds()}&count=100&skip=";
        string others = string.Join(',', Enumerable.Repeat("""{"payment_id":"pay_2","status":"open"}""", 100));
        _host.Api.On("GET", list + "0", $$"""{"items":[{{others}}]}""");
        _host.Api.On("GET", list + "100", """{"items":[{"payment_id":"pay_1","status":"open"}]}""");

        await _host.SettleAsync(offer);

        Assert.Equal(OrderPaymentState.Disputed, (await _host.Shop.OrderAsync(offer.Order!.Id)).Payment);
    }

    [Theory]
    [InlineData("123a9c1c67a9966178fe8b329e5ae07aa89395319ca607382f4ca811de93c36c", true)]
    [InlineData("123A9C1C67A9966178FE8B329E5AE07AA89395319CA607382F4CA811DE93C36C", false)]
    [InlineData("123a9c1c67a9966178fe8b329e5ae07aa89395319ca607382f4ca811de93c36d", false)]
    [InlineData("123a9c1c67a9966178fe8b329e5ae07aa89395319ca607382f4ca811de93c3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Signature_OfTheWebhook_IsOfOneOfTheSecrets(string? signature, bool isGenuine)
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"event":"payment_link.paid"}""");

        Assert.Equal(isGenuine, HmacSignature.IsOfAny(["old", "secret"], body, signature));
        Assert.False(HmacSignature.IsOfAny(["old", "other"], body, signature));
        Assert.False(HmacSignature.IsOfAny(["secret"], [.. body, (byte)' '], signature));
    }

    [Fact]
    public async Task Webhook_OfALinkThatIsPaid_PaysTheOrderAndDoesNothingTwice()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Read("paid", offer);
        RazorpayWebhooks webhooks = new(_host.Get<RazorpayApi>(), _host.Checkout);
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""{"event":"payment_link.paid","payload":{"payment_link":{"entity":{"reference_id":"{{offer.Attempt!.Id}}"} } } }""");

        ProviderWebhookResult first = await webhooks.ReceiveAsync(Signed(body), Stop);
        int requests = _host.Api.Requests.Count;
        ProviderWebhookResult second = await webhooks.ReceiveAsync(Signed(body), Stop);

        Assert.Equal((ProviderWebhookResult.Taken, ProviderWebhookResult.Taken), (first, second));
        Assert.Equal(OrderState.Placed, (await _host.Shop.OrderAsync(offer.Order!.Id)).State);
        Assert.Equal(requests, _host.Api.Requests.Count);
    }

    [Fact]
    public async Task Webhook_OfADispute_IsFoundByItsPayment()
    {
        OfferResult offer = await PaidAsync();
        RazorpayWebhooks webhooks = new(_host.Get<RazorpayApi>(), _host.Checkout);
        _host.Api.On("GET", "/v1/payment_links?payment_id=pay_1",
            $$"""{"payment_links":[{{Link("paid", offer.Attempt!.Id.ToString())}}]}""");
        _host.Api.On("GET", "/v1/payments/pay_1", """{"id":"pay_1","amount_refunded":0}""");
        _host.Api.On(
            "GET",
            $"/v1/disputes?from={offer.Attempt.CreatedAt.ToUnixTimeSeconds()}&count=100&skip=0",
            """{"items":[{"payment_id":"pay_1","status":"under_review"}]}""");
        byte[] body = Encoding.UTF8.GetBytes("""{"payload":{"dispute":{"entity":{"payment_id":"pay_1"}}}}""");

        Assert.Equal(ProviderWebhookResult.Taken, await webhooks.ReceiveAsync(Signed(body), Stop));
        Assert.Equal(OrderPaymentState.Disputed, (await _host.Shop.OrderAsync(offer.Order!.Id)).Payment);
    }

    [Fact]
    public async Task Webhook_NotSigned_IsRefusedAndAsksNobody()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        int requests = _host.Api.Requests.Count;
        RazorpayWebhooks webhooks = new(_host.Get<RazorpayApi>(), _host.Checkout);
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""{"payload":{"payment_link":{"entity":{"reference_id":"{{offer.Attempt!.Id}}"} } } }""");

        Assert.Equal(ProviderWebhookResult.Refused, await webhooks.ReceiveAsync(new ProviderWebhook(body, _ => null), Stop));
        Assert.Equal(requests, _host.Api.Requests.Count);
    }

    private static ProviderWebhook Signed(byte[] body) => new(body, name => name switch
    {
        "X-Razorpay-Signature" => Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, body)),
        "x-razorpay-event-id" => "event_1",
        _ => null,
    });

    private async Task<OfferResult> PaidAsync()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Read("paid", offer);
        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
        return offer;
    }

    private void Read(string status, OfferResult offer) =>
        _host.Api.On("GET", "/v1/payment_links/plink_1", Link(status, offer.Attempt!.Id.ToString()));

    private static string ReferenceIn(string body)
    {
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(body);
        return document.RootElement.GetProperty("reference_id").GetString()!;
    }

    private static string Link(string status, string reference) => $$"""
        {"id":"plink_1","status":"{{status}}","reference_id":"{{reference}}","short_url":"https://rzp.io/i/1","amount_paid":698,
         "currency":"USD","payments":[{"payment_id":"pay_1","status":"captured"}]}
        """;
}
