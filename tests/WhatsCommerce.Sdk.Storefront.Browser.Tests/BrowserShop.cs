using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>A whole shop as users build it, with its pages and a bank beside them, connected to a local Cloud API.</summary>
internal sealed class BrowserShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ReservedPort _port = new();

    private BrowserShop(CloudApiEmulator cloud, Action<StorefrontOptions> configure, string? productName)
    {
        Cloud = cloud;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _port.LetListen();
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{_port.Number}"));
        Bank = new LocalBank(Address);
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets.Add(cloud.AppSecret);
            options.VerifyToken = cloud.VerifyToken;
        });
        Prices = new FixedPrices(
            new ProductPrice { RetailerId = "apple-1kg", Name = productName ?? "Apples, 1 kg", Price = new Money(3.49m, "USD") },
            new ProductPrice { RetailerId = "rye-750g", Name = "Rye bread, 750 g, baked this morning", Price = new Money(4.80m, "USD") });
        builder.Services.AddSingleton<IPriceSource>(Prices);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IShippingQuote>(new FlatShipping());
        builder.Services.AddSingleton<ICheckoutProvider>(Bank);
        builder.Services
            .AddWhatsCommerceStorefront(options =>
            {
                options.PollInterval = TimeSpan.FromSeconds(1);
                options.PublicAddress = new Uri(Address, "/shop");
                configure(options);
            })
            .AddPages(options =>
            {
                options.ShopName = "The corner shop";
                options.WhatsAppNumber = "+1 650 555 0199";
            })
            .AddPayOnDelivery()
            .AddConversations()
            .DefaultReply("Thank you! Somebody will write to you.");
        AgentScheme.AddTo(builder.Services);

        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        _app.MapWhatsCommerceStorefront("/shop");
        _app.MapWhatsCommerceInbox("/inbox", options => options.Templates.Add(new("hello", "en"))).RequireAuthorization(AgentScheme.Name);
        Bank.Map(_app);
    }

    public CloudApiEmulator Cloud { get; }

    public LocalBank Bank { get; }

    public Uri Address { get; }

    public FixedPrices Prices { get; }

    /// <summary>The clock of the machine, until a test sets it ahead.</summary>
    public ShiftedTime Time { get; } = new(TimeSpan.Zero);

    public Storefronts.Storefront Shop => _app.Services.GetRequiredService<Storefronts.Storefront>();

    /// <summary>Where the conversations are.</summary>
    public IConversationStore Store => _app.Services.GetRequiredService<IConversationStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BrowserShop> OpenAsync(Action<StorefrontOptions>? configure = null, string? productName = null)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stop);
        cloud.Catalog
            .Add("apple-1kg", productName ?? "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("rye-750g", "Rye bread, 750 g", new Money(4.80m, "USD"));
        BrowserShop shop = new(cloud, configure ?? (_ => { }), productName);
        await shop._app.StartAsync(Stop);
        await cloud.ConnectWebhookAsync(new Uri(shop.Address, "/webhooks/whatsapp"), Stop);
        return shop;
    }

    /// <summary>A customer sends a cart in the chat, and the bank is offered for it.</summary>
    /// <param name="isNew">Whether a cart is sent; otherwise the one that is there is offered again.</param>
    public async Task<OfferResult> OfferAsync(bool isNew = true)
    {
        if (isNew)
        {
            await Cloud.Customer("+16505551234", "Pablo").SendCartAsync(["apple-1kg", ("rye-750g", 2)], cancellationToken: Stop);
        }

        OfferResult? offer = null;
        await Patiently.Until(async () =>
            await Shop.Orders.ListAsync(new OrderQuery { State = OrderState.AwaitingCheckout }, Stop) is [Order order]
            && (offer = await Shop.Checkout.OfferAsync(order.CartId, "bank", Stop)).Outcome == OfferOutcome.Offered);
        return offer!;
    }

    /// <summary>A customer writes, and stands in the inbox.</summary>
    public async Task<CustomerKey> WriteAsync(string text, string number = "+16505551234", string name = "Pablo")
    {
        MessageId id = await Cloud.Customer(number, name).SendTextAsync(text, Stop);
        ConversationEntry? entry = null;
        await Patiently.Until(async () => (entry = await Store.FindEntryAsync("shop", id.ToString(), Stop)) is not null);
        return entry!.Customer;
    }

    public Uri Page(string page, AttemptId attempt) => new(Address, $"/shop/{page}/{attempt}");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await Cloud.DisposeAsync();
        await _app.DisposeAsync();
        _port.Dispose();
    }

    private sealed class FlatShipping : IShippingQuote
    {
        public Task<Money> GetShippingAsync(QuoteDraft draft, CancellationToken cancellationToken) =>
            Task.FromResult(new Money(2.50m, "USD"));
    }
}
