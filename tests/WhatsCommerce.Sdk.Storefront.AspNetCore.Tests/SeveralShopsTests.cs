using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The pages and webhooks of an app with two shops.</summary>
public sealed class SeveralShopsTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly Receiver _berlin = new();
    private readonly Receiver _paris = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler());

    public SeveralShopsTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IPriceSource>(new FixedPrices(
            new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") }));
        builder.Services.AddWhatsCommerce(PagesSite.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("an-app-secret"));
        foreach ((string name, Receiver receiver) in ((string, Receiver)[])[("berlin", _berlin), ("paris", _paris)])
        {
            builder.Services.AddKeyedSingleton<ICheckoutProvider>(name, new ScriptedProvider());
            builder.Services.AddKeyedSingleton<IProviderWebhooks>(name, receiver);
            builder.Services.AddWhatsCommerceStorefrontCore(name, _ => { }).AddCheckout()
                .AddPages(options => options.ShopName = "The shop of " + name);
        }

        _app = builder.Build();
        _app.MapWhatsCommerceStorefront("/shop");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Stop);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    [Fact]
    public async Task Return_OfAnAttempt_IsKnownToItsShopAlone()
    {
        Storefronts.Storefront berlin = _app.Services.GetRequiredKeyedService<Storefronts.Storefront>("berlin");
        Cart cart = await berlin.Carts.CreateAsync(
            new CustomerKey("pablo"), "+16505551234", [new CartLine { RetailerId = "apple-1kg", Quantity = 2 }], Stop);
        AttemptId attempt = (await berlin.Checkout.OfferAsync(cart.Id, cancellationToken: Stop)).Attempt!.Id;

        (HttpStatusCode status, string html) = await GetAsync($"/shop/berlin/return/{attempt}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The shop of berlin", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/shop/paris/return/{attempt}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/shop/lisbon/return/{attempt}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/shop/return/{attempt}")).Status);
    }

    [Fact]
    public async Task Webhook_OfAProvider_ComesToTheShopOfItsAddress()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/shop/paris/webhooks/signed"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("/shop/lisbon/webhooks/signed"));

        Assert.Equal((0, 1), (_berlin.Calls, _paris.Calls));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<HttpStatusCode> PostAsync(string path)
    {
        using ByteArrayContent body = new([]);
        using HttpResponseMessage response = await _client.PostAsync(new Uri(path, UriKind.Relative), body, Stop);
        return response.StatusCode;
    }

    private sealed class Receiver : IProviderWebhooks
    {
        public string Provider => "signed";

        public int Calls { get; private set; }

        public Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Task.FromResult(ProviderWebhookResult.Taken);
        }
    }
}
