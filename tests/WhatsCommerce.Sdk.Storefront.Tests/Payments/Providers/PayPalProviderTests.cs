using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

public sealed class PayPalProviderTests : IDisposable
{
    private const string OrderPath = "/v2/checkout/orders/ORDER1";

    private readonly ProviderHost _host = new(
        builder => builder.AddPayPal(options =>
        {
            options.ClientId = "client";
            options.ClientSecret = "secret-of-the-client";
            options.UseSandbox = true;
        }),
        "paypal");

    public PayPalProviderTests() => _host.Api
        .On("POST", "/v1/oauth2/token", """{"access_token":"A21","expires_in":32400}""")
        .On("POST", "/v2/checkout/orders", _ => FakeApi.Json(
            """{"id":"ORDER1","status":"PAYER_ACTION_REQUIRED","links":[{"rel":"payer-action","href":"https://paypal.example/1"}]}"""));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Create_Quote_IsSentWithItsKeyAndExactParts()
    {
        OfferResult offer = await _host.Shop.OfferAsync();

        FakeRequest request = _host.Api.Requests[^1];
        string id = offer.Attempt!.Id.ToString();
        using JsonDocument body = JsonDocument.Parse(request.Body);
        JsonElement unit = body.RootElement.GetProperty("purchase_units")[0];
        Assert.Equal("https://paypal.example/1", offer.Attempt.Url);
        Assert.Equal(("api-m.sandbox.paypal.com", id), (request.Host, request.Headers["PayPal-Request-Id"]));
        Assert.Equal((id, id), (unit.GetProperty("custom_id").GetString(), unit.GetProperty("reference_id").GetString()));
        Assert.Equal("6.98", unit.GetProperty("amount").GetProperty("value").GetString());
        Assert.Equal("6.98", unit.GetProperty("amount").GetProperty("breakdown").GetProperty("item_total").GetProperty("value")
            .GetString());
        Assert.Equal(
            $"https://shop.example/shop/return/{id}",
            body.RootElement.GetProperty("payment_source").GetProperty("paypal").GetProperty("experience_context")
                .GetProperty("return_url").GetString());
    }

    [Fact]
    public async Task Create_TimeoutAfterAcceptance_IsAskedAgainWithTheSameKey()
    {
        int calls = 0;
        _host.Api.On("POST", "/v2/checkout/orders", _ => ++calls == 1
            ? throw new HttpRequestException("cut")
            : FakeApi.Json("""{"id":"ORDER1","status":"CREATED","links":[{"rel":"approve","href":"https://paypal.example/1"}]}"""));

        OfferResult offer = await _host.Shop.OfferAsync();
        SettleResult settled = await _host.SettleAsync(offer);

        Assert.Equal((OfferOutcome.Unknown, SettleOutcome.Open), (offer.Outcome, settled.Outcome));
        string[] keys = [.. _host.Api.Requests.Where(request => request.Path == "/v2/checkout/orders")
            .Select(request => request.Headers["PayPal-Request-Id"])];
        Assert.Equal([offer.Attempt!.Id.ToString(), offer.Attempt.Id.ToString()], keys);
    }

    [Fact]
    public async Task Create_Refused_LetsTheCustomerChooseAnother()
    {
        _host.Api.On(
            "POST", "/v2/checkout/orders", """{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"PAYEE_ACCOUNT_RESTRICTED"}]}""",
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal(OfferOutcome.ChooseProvider, (await _host.Shop.OfferAsync()).Outcome);
    }

    [Fact]
    public async Task Settle_Approved_IsCapturedAndPaid()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("APPROVED", offer);
        _host.Api.On("POST", OrderPath + "/capture", Whole("COMPLETED", offer, "COMPLETED"), HttpStatusCode.Created);

        SettleResult settled = await _host.SettleAsync(offer);

        Assert.Equal((SettleOutcome.Paid, new Money(6.98m, "USD")), (settled.Outcome, settled.Attempt!.Paid));
        Assert.Equal($"{offer.Attempt!.Id}-capture", _host.Api.Requests[^1].Headers["PayPal-Request-Id"]);
    }

    [Fact]
    public async Task Capture_NoAnswer_StaysPendingAndIsReadBack()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("APPROVED", offer);
        _host.Api.On("POST", OrderPath + "/capture", _ => throw new HttpRequestException("cut"));
        SettleResult unknown = await _host.SettleAsync(offer);
        Order("COMPLETED", offer, "COMPLETED");

        Assert.Equal(SettleOutcome.Pending, unknown.Outcome);
        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Capture_AlreadyCaptured_IsReadBack()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        int reads = 0;
        _host.Api.On("GET", OrderPath, _ => FakeApi.Json(++reads == 1 ? Whole("APPROVED", offer) : Whole("COMPLETED", offer, "COMPLETED")));
        _host.Api.On(
            "POST", OrderPath + "/capture", """{"details":[{"issue":"ORDER_ALREADY_CAPTURED"}]}""", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Capture_Declined_EndsTheAttempt()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("APPROVED", offer);
        _host.Api.On(
            "POST", OrderPath + "/capture", """{"details":[{"issue":"INSTRUMENT_DECLINED"}]}""", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(SettleOutcome.Ended, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Settle_CaptureThatIsPending_IsNotPaid()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("COMPLETED", offer, "PENDING");

        Assert.Equal(SettleOutcome.Pending, (await _host.SettleAsync(offer)).Outcome);
    }

    [Theory]
    [InlineData("PAYER_ACTION_REQUIRED", null, ChangeOutcome.Changed)]
    [InlineData("APPROVED", null, ChangeOutcome.Pending)]
    [InlineData("COMPLETED", "COMPLETED", ChangeOutcome.Ordered)]
    public async Task Cancel_Order_LosesOnceTheCustomerApproved(string status, string? capture, ChangeOutcome outcome)
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order(status, offer, capture);

        ChangeResult dropped = await _host.Shop.Rooms.Carts.DropAsync(offer.Cart!.Id, TestContext.Current.CancellationToken);

        Assert.Equal(outcome, dropped.Outcome);
    }

    [Fact]
    public async Task Refund_Part_CarriesItsKeyAndIsReadBackByIt()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("POST", "/v2/payments/captures/CAP1/refund", """{"id":"REF1","status":"PENDING"}""", HttpStatusCode.Created);
        _host.Api.On("GET", "/v2/payments/refunds/REF1", """{"id":"REF1","status":"COMPLETED"}""");

        RefundResult result = await _host.RefundAsync(offer, 2m);
        _host.Shop.Time.Advance(TimeSpan.FromHours(1));
        FakeRequest request = _host.Api.Requests.Single(one => one.Path.EndsWith("/refund", StringComparison.Ordinal));
        await _host.Shop.Rooms.Sweep.RunOnceAsync(10, TestContext.Current.CancellationToken);

        Assert.Equal(RefundState.Pending, result.Refund!.State);
        Assert.Equal(result.Refund.Id.Value, request.Headers["PayPal-Request-Id"]);
        Assert.Contains("\"value\":\"2.00\"", request.Body, StringComparison.Ordinal);
        Assert.Equal(OrderPaymentState.PartlyRefunded, (await _host.Shop.OrderAsync(offer.Order!.Id)).Payment);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Refund_WithoutAnAnswer_IsReadBackBeforeItIsRepeatedHoweverOld(int days)
    {
        // PayPal keeps the key of a refund for 45 days: after that, the same key makes another refund.
        OfferResult offer = await PaidAsync();
        _host.Api.On("POST", "/v2/payments/captures/CAP1/refund", _ => throw new HttpRequestException("cut"));
        RefundResult unknown = await _host.RefundAsync(offer, 2m);
        string made = $$"""
            {"id":"REF1","status":"COMPLETED","custom_id":"{{unknown.Refund!.Id}}","amount":{"currency_code":"USD","value":"2.00"} }
            """;
        _host.Api.On("GET", OrderPath, Whole("COMPLETED", offer, "PARTIALLY_REFUNDED", made));
        _host.Shop.Time.Advance(TimeSpan.FromDays(days));

        await _host.Shop.Rooms.Sweep.RunOnceAsync(10, TestContext.Current.CancellationToken);

        Assert.Equal(RefundState.Unknown, unknown.Refund.State);
        Assert.Single(_host.Api.Requests, request => request.Path == "/v2/payments/captures/CAP1/refund");
        Assert.Equal(new Money(2m, "USD"), (await _host.Shop.OrderAsync(offer.Order!.Id)).Refunded);
    }

    [Fact]
    public async Task Refund_ThatPayPalNeverGot_IsAskedForAgainWithItsKey()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("POST", "/v2/payments/captures/CAP1/refund", _ => throw new HttpRequestException("cut"));
        RefundResult unknown = await _host.RefundAsync(offer, 2m);
        _host.Api.On("POST", "/v2/payments/captures/CAP1/refund", """{"id":"REF1","status":"COMPLETED"}""", HttpStatusCode.Created);
        _host.Shop.Time.Advance(TimeSpan.FromDays(50));

        await _host.Shop.Rooms.Sweep.RunOnceAsync(10, TestContext.Current.CancellationToken);

        string[] keys = [.. _host.Api.Requests.Where(request => request.Path == "/v2/payments/captures/CAP1/refund")
            .Select(request => request.Headers["PayPal-Request-Id"])];
        Assert.Equal([unknown.Refund!.Id.ToString(), unknown.Refund.Id.ToString()], keys);
    }

    [Fact]
    public async Task Settle_RefundInTheDashboardAndDispute_AreReadBack()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", OrderPath, Whole(
            "COMPLETED", offer, "PARTIALLY_REFUNDED",
                """{"id":"R","status":"COMPLETED","amount":{"currency_code":"USD","value":"1.00"}}"""));
        _host.Api.On(
            "GET", "/v1/customer/disputes?disputed_transaction_id=CAP1", """{"items":[{"dispute_id":"PP-1","status":"OPEN"}]}""");

        await _host.SettleAsync(offer);

        Order order = await _host.Shop.OrderAsync(offer.Order!.Id);
        Assert.Equal(
            (new Money(1m, "USD"), OrderPaymentState.Disputed, ReviewReason.Disputed),
            (order.Refunded, order.Payment, order.ReviewReason));
    }

    [Fact]
    public async Task Settle_DisputesThatMayNotBeRead_ChangeNothing()
    {
        OfferResult offer = await PaidAsync();
        _host.Api.On("GET", "/v1/customer/disputes?disputed_transaction_id=CAP1", "{}", HttpStatusCode.Forbidden);

        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Token_ThatPayPalDoesNotTakeAnyMore_IsRenewedOnce()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        _host.Api.On("GET", OrderPath, request => request.Headers["Authorization"] == "Bearer A22"
            ? FakeApi.Json(Whole("PAYER_ACTION_REQUIRED", offer))
            : FakeApi.Json("{}", HttpStatusCode.Unauthorized));
        _host.Api.On("POST", "/v1/oauth2/token", """{"access_token":"A22","expires_in":32400}""");

        Assert.Equal(SettleOutcome.Open, (await _host.SettleAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Token_ForManyCalls_IsAskedForOnceAndRenewedBeforeItEnds()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("PAYER_ACTION_REQUIRED", offer);
        await _host.SettleAsync(offer);
        int before = _host.Api.Requests.Count(request => request.Path == "/v1/oauth2/token");
        _host.Shop.Time.Advance(TimeSpan.FromHours(9));
        await _host.SettleAsync(offer);

        Assert.Equal(1, before);
        Assert.Equal(2, _host.Api.Requests.Count(request => request.Path == "/v1/oauth2/token"));
    }

    [Fact]
    public async Task Error_OfTheApi_NamesNoSecret()
    {
        _host.Api.On("POST", "/v1/oauth2/token", """{"error":"invalid_client","error_description":"secret-of-the-client"}""",
            HttpStatusCode.Unauthorized);
        PayPalApi api = _host.Get<PayPalApi>();

        ProviderApiException exception = await Assert.ThrowsAsync<ProviderApiException>(() => api.CallAsync(
            (paypal, token) => paypal.GetOrder(token, "1", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));

        Assert.Equal("PayPal answered 401 invalid_client.", exception.Message);
    }

    private async Task<OfferResult> PaidAsync()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        Order("COMPLETED", offer, "COMPLETED");
        Assert.Equal(SettleOutcome.Paid, (await _host.SettleAsync(offer)).Outcome);
        return offer;
    }

    private void Order(string status, OfferResult offer, string? capture = null) =>
        _host.Api.On("GET", OrderPath, Whole(status, offer, capture));

    private static string Whole(string status, OfferResult offer, string? capture = null, string refunds = "") =>
        $$"""
        {
          "id": "ORDER1", "status": "{{status}}",
          "purchase_units": [{
            "custom_id": "{{offer.Attempt!.Id}}",
            "payments": {
              "captures": [{{(capture is null ? "" : Capture(capture))}}],
              "refunds": [{{refunds}}]
            }
          }]
        }
        """;

    private static string Capture(string status) =>
        $$"""{"id":"CAP1","status":"{{status}}","amount":{"currency_code":"USD","value":"6.98"} }""";
}
