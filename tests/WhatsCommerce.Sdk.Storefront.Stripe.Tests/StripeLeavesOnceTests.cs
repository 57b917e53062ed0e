using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Stripe.Tests;

/// <summary>Calls that move money leave once, whatever handlers the app gives to its clients: counted behind all handlers.</summary>
public sealed class StripeLeavesOnceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.ServiceUnavailable)]
    [InlineData("stripe", HttpStatusCode.OK)]
    [InlineData("stripe", HttpStatusCode.ServiceUnavailable)]
    public async Task Stripe_HandlerThatRepeats_CreatesAndRefundsOnce(string? client, HttpStatusCode status)
    {
        using ProviderHost host = new(
            builder =>
            {
                RepeatingHandler.Use(builder.Services, client);
                builder.AddStripe(options => options.SecretKey = "sk_test_abc");
            },
            "stripe");
        host.Api.On(
            "POST", "/v1/checkout/sessions", """{"id":"cs_1","status":"open","url":"https://checkout.stripe.com/c/1","currency":"usd"}""",
                status);

        OfferResult offer = await host.Shop.OfferAsync();
        Assert.Single(Sent(host, "/v1/checkout/sessions"));

        // Created after all, whatever the first answer was.
        PaymentAttempt attempt = (await host.Shop.Store.FindAttemptAsync("shop", offer.Attempt!.Id, Stop))!;
        await host.Shop.Store.CommitAsync(
            new StorefrontStep { ShopId = "shop", Attempts = [attempt with { ProviderReference = "cs_1" }] }, Stop);
        string paid = $$"""
            {"id":"cs_1","object":"checkout.session","status":"complete","payment_status":"paid","amount_total":698,"currency":"usd",
             "client_reference_id":"{{attempt.Id}}","livemode":false,"payment_intent":"pi_1"}
            """;
        host.Api.On("GET", "/v1/checkout/sessions/cs_1?expand[0]=payment_intent", paid)
            .On("GET", "/v1/checkout/sessions/cs_1", paid)
            .On("POST", "/v1/refunds", """{"id":"re_1","object":"refund","status":"succeeded","amount":200}""", status);
        await host.SettleAsync(offer);
        await host.RefundAsync(offer, 2m);
        Assert.Single(Sent(host, "/v1/refunds"));
    }

    private static FakeRequest[] Sent(ProviderHost host, string path) =>
        [.. host.Api.Requests.Where(request => request.Method == "POST" && request.Path == path)];
}
