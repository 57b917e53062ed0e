using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

/// <summary>
/// Calls that move money leave once, whatever handlers the app gives to its clients: counted at the connection, behind all handlers.
/// </summary>
public sealed class LeavesOnceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, HttpStatusCode.Created)]
    [InlineData(null, HttpStatusCode.ServiceUnavailable)]
    [InlineData("paypal", HttpStatusCode.Created)]
    [InlineData("paypal", HttpStatusCode.ServiceUnavailable)]
    public async Task PayPal_HandlerThatRepeats_CreatesCapturesAndRefundsOnce(string? client, HttpStatusCode status)
    {
        using ProviderHost host = new(
            builder =>
            {
                RepeatingHandler.Use(builder.Services, client);
                builder.AddPayPal(options => (options.ClientId, options.ClientSecret, options.UseSandbox) = ("client", "secret", true));
            },
            "paypal");
        host.Api.On("POST", "/v1/oauth2/token", """{"access_token":"A21","expires_in":32400}""")
            .On("POST", "/v2/checkout/orders", """{"id":"ORDER1","status":"CREATED"}""", status);

        OfferResult offer = await host.Shop.OfferAsync();
        Assert.Single(Sent(host, "/v2/checkout/orders"));

        // Created after all, whatever the first answer was.
        await StoreReferenceAsync(host, offer, "ORDER1");
        host.Api.On("GET", "/v2/checkout/orders/ORDER1", Order("APPROVED", offer, ""));
        host.Api.On("POST", "/v2/checkout/orders/ORDER1/capture", Order("COMPLETED", offer, Capture), status);
        await host.SettleAsync(offer);
        Assert.Single(Sent(host, "/v2/checkout/orders/ORDER1/capture"));

        host.Api.On("GET", "/v2/checkout/orders/ORDER1", Order("COMPLETED", offer, Capture));
        await host.SettleAsync(offer);
        host.Api.On("POST", "/v2/payments/captures/CAP1/refund", """{"id":"REF1","status":"COMPLETED"}""", status);
        await host.RefundAsync(offer, 2m);
        Assert.Single(Sent(host, "/v2/payments/captures/CAP1/refund"));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.ServiceUnavailable)]
    [InlineData("razorpay", HttpStatusCode.OK)]
    [InlineData("razorpay", HttpStatusCode.ServiceUnavailable)]
    public async Task Razorpay_HandlerThatRepeats_CreatesAndRefundsOnce(string? client, HttpStatusCode status)
    {
        using ProviderHost host = new(
            builder =>
            {
                RepeatingHandler.Use(builder.Services, client);
                builder.AddRazorpay(options =>
                {
                    (options.KeyId, options.KeySecret) = ("rzp_test_1", "key_secret");
                    options.Currencies.Add("USD");
                });
            },
            "razorpay");
        host.Api.On("POST", "/v1/payment_links", request => FakeApi.Json(
            Link("created", JsonDocument.Parse(request.Body).RootElement.GetProperty("reference_id").GetString()!), status));

        OfferResult offer = await host.Shop.OfferAsync();
        Assert.Single(Sent(host, "/v1/payment_links"));

        await StoreReferenceAsync(host, offer, "plink_1");
        host.Api.On("GET", "/v1/payment_links/plink_1", Link("paid", offer.Attempt!.Id.ToString()));
        await host.SettleAsync(offer);
        host.Api.On("POST", "/v1/payments/pay_1/refund", """{"id":"rfnd_1","status":"processed"}""", status);
        await host.RefundAsync(offer, 2m);
        Assert.Single(Sent(host, "/v1/payments/pay_1/refund"));
    }

    private const string Capture = """{"id":"CAP1","status":"COMPLETED","amount":{"currency_code":"USD","value":"6.98"}}""";

    private static FakeRequest[] Sent(ProviderHost host, string path) =>
        [.. host.Api.Requests.Where(request => request.Method == "POST" && request.Path == path)];

    private static async Task StoreReferenceAsync(ProviderHost host, OfferResult offer, string reference)
    {
        PaymentAttempt attempt = (await host.Shop.Store.FindAttemptAsync("shop", offer.Attempt!.Id, Stop))!;
        await host.Shop.Store.CommitAsync(
            new StorefrontStep { ShopId = "shop", Attempts = [attempt with { ProviderReference = reference }] }, Stop);
    }

    private static string Order(string status, OfferResult offer, string captures) => $$"""
        {"id":"ORDER1","status":"{{status}}",
         "purchase_units":[{"custom_id":"{{offer.Attempt!.Id}}","payments":{"captures":[{{captures}}],"refunds":[]} }]}
        """;

    private static string Link(string status, string reference) => $$"""
        {"id":"plink_1","status":"{{status}}","reference_id":"{{reference}}","short_url":"https://rzp.io/i/1","amount_paid":698,
         "currency":"USD","payments":[{"payment_id":"pay_1","status":"captured"}]}
        """;
}
