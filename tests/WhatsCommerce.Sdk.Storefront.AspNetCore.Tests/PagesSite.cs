using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>
/// A shop with its pages on a real Kestrel, a clock that the test moves, and a provider that says what the test tells it to. Nobody answers
/// in the chat: the worker is left out.
/// </summary>
internal sealed class PagesSite : IAsyncDisposable
{
    public const string Prefix = "/shop";

    private static readonly CustomerKey Pablo = new("pablo");

    private PagesSite(WebApplication app, PagesSetup setup)
    {
        App = app;
        Setup = setup;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public WebApplication App { get; }

    public PagesSetup Setup { get; }

    public HttpClient Client { get; }

    public Storefronts.Storefront Shop => App.Services.GetRequiredService<Storefronts.Storefront>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client that the pages do not use: the shop has one.</summary>
    public static void Configure(WhatsCommerceOptions options)
    {
        options.PhoneNumberId = "106540352242922";
        options.AccessToken = "a-token";
        options.CatalogId = "194836987003835";
    }

    public static async Task<PagesSite> OpenAsync(PagesSetup? setup = null)
    {
        setup ??= new PagesSetup();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(setup.Logs);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(setup.Time);
        builder.Services.AddSingleton<IPriceSource>(setup.Prices);
        builder.Services.AddSingleton<ICheckoutProvider>(setup.Provider);
        setup.Services?.Invoke(builder.Services);
        builder.Services.AddWhatsCommerce(Configure);
        builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("an-app-secret"));
        WhatsCommerceStorefrontBuilder storefront = builder.Services.AddWhatsCommerceStorefront(options => setup.Options?.Invoke(options));
        storefront.AddPages(options => setup.Pages?.Invoke(options));
        setup.Storefront?.Invoke(storefront);
        foreach (ServiceDescriptor worker in builder.Services.Where(IsWorker).ToArray())
        {
            builder.Services.Remove(worker);
        }

        WebApplication app = builder.Build();
        setup.App?.Invoke(app);
        app.UseRouting();
        app.MapWhatsCommerceStorefront(Prefix);
        await app.StartAsync(Stop);
        return new PagesSite(app, setup);
    }

    /// <summary>A cart of a customer, locked and offered.</summary>
    public async Task<OfferResult> OfferAsync(int quantity = 2, string? provider = "scripted")
    {
        Cart cart = await Shop.Carts.CreateAsync(
            Pablo, "+16505551234", [new CartLine { RetailerId = "apple-1kg", Quantity = quantity }], Stop);
        return await Shop.Checkout.OfferAsync(cart.Id, provider, Stop);
    }

    public async Task<AttemptId> AttemptAsync() => (await OfferAsync()).Attempt!.Id;

    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(new Uri(Prefix + path, UriKind.Relative), Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Chooses a way to pay as the shop's own page does, unless headers say otherwise.</summary>
    public Task<HttpResponseMessage> ChooseAsync(
        AttemptId attempt, string provider, string? origin =
            "own", string? cookie = "storefront-page=shown", string? site = "same-origin") =>
        PostAsync($"/pay/{attempt}/{provider}", origin, cookie, site);

    /// <summary>Presses a button as on the shop's own page, unless headers say otherwise.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string path, string? origin = "own", string? cookie = "storefront-page=shown", string? site = "same-origin")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Prefix + path);
        request.Content = new FormUrlEncodedContent([]);
        Add("Origin", origin == "own" ? App.Urls.Single() : origin);
        Add("Cookie", cookie);
        Add("Sec-Fetch-Site", site);
        return await Client.SendAsync(request, Stop);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }
    }

    /// <summary>The kinds of the events so far, in their order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync() =>
    [
        .. (await App.Services.GetRequiredService<IStorefrontStore>().ListOutboxAsync("shop", OutboxState.Waiting, 1_000, Stop))
            .Where(row => row.Handler == PagesSetup.Recorder)
            .Select(row => row.Event.GetType().Name),
    ];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private static bool IsWorker(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.Method.DeclaringType?.Assembly == typeof(Storefronts.Storefront).Assembly;
}
