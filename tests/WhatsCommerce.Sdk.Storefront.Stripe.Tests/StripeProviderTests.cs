using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Stripe.Tests;

public sealed class StripeProviderTests : IDisposable
{
    private const string SessionPath = "/v1/checkout/sessions/cs_1";

    private readonly ProviderHost _host = new(
        builder => builder.AddStripe(options =>
        {
            options.SecretKey = "sk_test_abc";
            options.WebhookSecrets.Add("whsec_old");
            options.WebhookSecrets.Add("whsec_test");
        }),
        "stripe");

    public StripeProviderTests() => _host.Api.On("POST", "/v1/checkout/sessions", """
        {"id":"cs_1","object":"checkout.session","status":"open","payment_status":"unpaid","url":"https://checkout.stripe.com/c/1",
        "currency":"usd"}
        """);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public void AddStripe_PublishableKey_IsAnErrorAtStartWithoutTheKey()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceStorefrontCore(_ => { }).AddStripe(options => options.SecretKey = "pk_live_abc");
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<StripeOptions>>().Value);

        Assert.Contains("SecretKey is the publishable key (pk_...)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Quote_IsASessionWithItsKeyAndReference()
    {
        OfferResult offer = await _host.Shop.OfferAsync();

        FakeRequest request = _host.Api.Requests[^1];
        string body = WebUtility.UrlDecode(request.Body);
        string id = offer.Attempt!.Id.ToString();
        Assert.Equal("https://checkout.stripe.com/c/1", offer.Attempt.Url);
        Assert.Equal((id, "api.stripe.com"), (request.Headers["Idempotency-Key"], request.Host));
        Assert.Contains($"client_reference_id={id}", body, StringComparison.Ordinal);
        Assert.Contains("line_items[0][price_data][unit_amount]=349", body, StringComparison.Ordinal);
        Assert.Contains("line_items[0][quantity]=2", body, StringComparison.Ordinal);
        Assert.Contains($"payment_intent_data[metadata][attempt]={id}", body, StringComparison.Ordinal);
        Assert.Contains($"success_url=https://shop.example/shop/return/{id}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TimeoutAfterAcceptance_IsAskedAgainWithTheSameKeyAndBody()
    {
        int calls = 0;
        _host.Api.On("POST", "/v1/checkout/sessions", _ => ++calls == 1
            ? throw new HttpRequestException("cut")
            : FakeApi.Json("""{"id":"cs_1","status":"open","url":"https://checkout.stripe.com/c/1","currency":"usd"}"""));

        OfferResult offer = await _host.Shop.OfferAsync();
        _host.Shop.Time.Advance(TimeSpan.FromMinutes(3));
        SettleResult settled = await _host.SettleAsync(offer);

        FakeRequest[] sent = [.. _host.Api.Requests.Where(request => request.Method == "POST")];
        Assert.Equal((OfferOutcome.Unknown, SettleOutcome.Open, 2), (offer.Outcome, settled.Outcome, sent.Length));
        Assert.Equal((sent[0].Headers["Idempotency-Key"], sent[0].Body), (sent[1].Headers["Idempotency-Key"], sent[1].Body));
    }

    [Fact]
    public async Task Create_Refused_LetsTheCustomerChooseAnotherAndNamesNoKey()
    {
        _host.Api.On(
            "POST", "/v1/checkout/sessions",
            """{"error":{"type":"invalid_request_error","code":"api_key_expired","message":"Expired key: sk_test_abc"}}""",
            HttpStatusCode.Unauthorized);

        Assert.Equal(OfferOutcome.ChooseProvider, (await _host.Shop.OfferAsync()).Outcome);
    }

    [Fact]
    public async Task Create_SameKeyWithOtherParameters_LeavesTheOutcomeOpen()
    {
        _host.Api.On(
            "POST", "/v1/checkout/sessions", """{"error":{"type":"idempotency_error","message":"x"}}""", HttpStatusCode.BadRequest);

        Assert.Equal(OfferOutcome.Unknown, (await _host.Shop.OfferAsync()).Outcome);
    }

    [Theory]
    [InlineData("complete", "paid", SettleOutcome.Paid)]
    [InlineData("complete", "unpaid", SettleOutcome.Pending)]
    [InlineData("open", "unpaid", SettleOutcome.Open)]
    [InlineData("expired", "unpaid", SettleOutcome.Ended)]
    public async Task Settle_Session_IsWhatItsStatusSays(string status, string payment, SettleOutcome outcome)
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Session(offer, status, payment);

        Assert.Equal(outcome, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Cancel_LostAgainstThePayment_IsOrdered()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        int reads = 0;
        _host.Api.On("GET", SessionPath + "?expand[0]=payment_intent", _ => FakeApi.Json(
            ++reads == 1 ? Whole(offer, "open", "unpaid") : Whole(offer, "complete", "paid")));
        _host.Api.On("POST", SessionPath + "/expire", """{"error":{"type":"invalid_request_error"}}""", HttpStatusCode.BadRequest);

        Assert.Equal(ChangeOutcome.Ordered, (await _host.Shop.Rooms.Carts.DropAsync(offer.Cart!.Id, Stop)).Outcome);
    }

    [Fact]
    public async Task Refund_Part_CarriesItsKey()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", SessionPath, Whole(offer, "complete", "paid"));
        _host.Api.On("POST", "/v1/refunds", """{"id":"re_1","object":"refund","status":"succeeded","amount":200}""");

        RefundResult result = await _host.RefundAsync(offer, 2m);

        FakeRequest request = _host.Api.Requests.Single(one => one.Path == "/v1/refunds" && one.Method == "POST");
        Assert.Equal((RefundState.Done, result.Refund!.Id.ToString()), (result.Refund.State, request.Headers["Idempotency-Key"]));
        Assert.Contains("amount=200", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_OfARefundAndADispute_IsReadBackIntoTheOrder()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", "/v1/payment_intents/pi_1", $$"""{"id":"pi_1","metadata":{"attempt":"{{offer.Attempt!.Id}}"} }""");
        _host.Api.On("GET", "/v1/refunds?payment_intent=pi_1&limit=100", """{"data":[{"id":"re_9","status":"succeeded","amount":100}]}""");
        _host.Api.On("GET", "/v1/refunds?limit=100&payment_intent=pi_1", """{"data":[{"id":"re_9","status":"succeeded","amount":100}]}""");
        _host.Api.On("GET", "/v1/disputes?payment_intent=pi_1&limit=100",
            """{"data":[{"id":"du_1","status":"needs_response","amount":598}]}""");
        _host.Api.On("GET", "/v1/disputes?limit=100&payment_intent=pi_1",
            """{"data":[{"id":"du_1","status":"needs_response","amount":598}]}""");

        ProviderWebhookResult result = await WebhookAsync(
            """{"id":"evt_9","type":"charge.dispute.created","data":{"object":{"object":"dispute","payment_intent":"pi_1"}}}""");

        Order order = await _host.Shop.OrderAsync(offer.Order!.Id);
        Assert.Equal(ProviderWebhookResult.Taken, result);
        Assert.Equal((new Money(1m, "USD"), OrderPaymentState.Disputed), (order.Refunded, order.Payment));
    }

    [Fact]
    public async Task Webhook_Replayed_DoesNothing()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Session(offer, "complete", "paid");
        string body = $$"""{"id":"evt_1","data":{"object":{"client_reference_id":"{{offer.Attempt!.Id}}"} } }""";

        ProviderWebhookResult first = await WebhookAsync(body);
        int requests = _host.Api.Requests.Count;

        Assert.Equal((ProviderWebhookResult.Taken, ProviderWebhookResult.Taken), (first, await WebhookAsync(body)));
        Assert.Equal(requests, _host.Api.Requests.Count);
        Assert.Equal(OrderState.Placed, (await _host.Shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Theory]
    [InlineData(5, 60)]
    [InlineData(120, 120)]
    [InlineData(1_440, 1_435)]
    public void EndOf_QuoteThatHolds_IsWithinStripesBounds(int minutes, int expected)
    {
        DateTimeOffset now = _host.Shop.Time.GetUtcNow();
        PaymentAttempt attempt = new()
        {
            ShopId = "shop",
            Id = "a",
            OrderId = "o",
            Provider = "stripe",
            Amount = new Money(1, "USD"),
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(minutes),
        };

        Assert.Equal(now.AddMinutes(expected), StripeSession.EndOf(attempt));
    }

    private Task<ProviderWebhookResult> WebhookAsync(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        StripeWebhooks webhooks = new(_host.Get<StripeApi>(), _host.Checkout, _host.Shop.Time);
        return webhooks.ReceiveAsync(
            new ProviderWebhook(body, _ => StripeSignatureTests.Sign(body, "whsec_test", _host.Shop.Time.GetUtcNow())), Stop);
    }

    private async Task<OfferResult> PaidAsync()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Session(offer, "complete", "paid");
        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
        return offer;
    }

    private void Session(OfferResult offer, string status, string payment) =>
        _host.Api.On("GET", SessionPath + "?expand[0]=payment_intent", Whole(offer, status, payment));

    private static string Whole(OfferResult offer, string status, string payment) => $$"""
        {"id":"cs_1","object":"checkout.session","status":"{{status}}","payment_status":"{{payment}}","amount_total":698,"currency":"usd",
         "client_reference_id":"{{offer.Attempt!.Id}}","livemode":false,"payment_intent":"pi_1"}
        """;
}
