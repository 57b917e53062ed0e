using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

/// <summary>A provider as an app registers it, over a connection that the test answers, in a shop in memory.</summary>
internal sealed class ProviderHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ProviderHost(Action<WhatsCommerceStorefrontBuilder> add, params string[] clients)
    {
        FakeTimeProvider time = new();
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = "1";
            options.AccessToken = "EAA";
        });
        services.AddSingleton<TimeProvider>(time);
        add(services.AddWhatsCommerceStorefront(Configure));
        foreach (string client in clients)
        {
            services.AddHttpClient("WhatsCommerce/" + client).ConfigurePrimaryHttpMessageHandler(() => Api);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
        Provider = Own.Own<ICheckoutProvider>()[0];
        Shop = new ShopFixture(seams: standard => standard with { Providers = [Provider] }, configure: Configure, time: time);

        static void Configure(StorefrontOptions options)
        {
            options.PublicAddress = new Uri("https://shop.example/shop");
            options.AllowTestPayments = true;
        }
    }

    public FakeApi Api { get; } = new();

    public ShopFixture Shop { get; }

    public ICheckoutProvider Provider { get; }

    public StorefrontCheckout Checkout => Shop.Rooms.Checkout;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : class => Own.Get<T>();

    private ShopScope Own => _services.GetRequiredService<Shops>().Default;

    public Task<SettleResult> SettleAsync(OfferResult offer) => Checkout.SettleAsync(offer.Attempt!.Id, Stop);

    public Task<RefundResult> RefundAsync(OfferResult offer, decimal amount) => Shop.Rooms.Orders.RefundAsync(
        offer.Order!.Id, new Money(amount, offer.Order.Quote.Currency), "ann", "bruised", cancellationToken: Stop);

    public void Dispose() => _services.Dispose();
}
