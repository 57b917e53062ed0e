namespace WhatsCommerce.Storefronts;

/// <summary>Registers the services of a shop's modules.</summary>
internal sealed class ShopRooms
{
    public ShopRooms(ShopServices shop, ShopSeams seams)
    {
        Steps = new CheckoutSteps(seams.Steps, new Texts(shop.Options));
        CheckoutProviders providers = new(seams.Providers);
        ProviderCalls calls = new(shop, providers);
        IStockHold stock = seams.Stock ?? new NoStockHold();
        Pricer pricer = new(seams.Prices, seams.Discounts, seams.Shipping, seams.Tax, shop.Time, shop.Guards);
        CartLock cartLock = new(shop, pricer, stock, seams.Numbers ?? new CrockfordOrderNumbers(shop.Ids), seams.Rules, Steps);
        Attempts = new Attempts(shop, calls, new Settlement(shop, providers, stock, seams.LatePayments));
        Refunds refunds = new(shop, calls);
        CartClosing closing = new(shop, Attempts, cartLock);
        Shop = shop;
        Closing = closing;
        CartLock = cartLock;
        Carts = new StorefrontCarts(shop, closing);
        Checkout = new StorefrontCheckout(shop, cartLock, closing, Attempts, providers, new WebhookEffects(shop, Attempts, refunds))
        {
            Providers = seams.Providers,
            LateReceivers = seams.Webhooks,
        };
        Orders = new StorefrontOrders(shop, cartLock, Attempts, refunds, calls);
        Sweep = new Sweep(shop, Attempts, refunds, closing);
    }

    public ShopServices Shop { get; }
    public CartClosing Closing { get; }
    public CartLock CartLock { get; }
    public CheckoutSteps Steps { get; }
    public StorefrontCarts Carts { get; }
    public StorefrontCheckout Checkout { get; }
    public StorefrontOrders Orders { get; }
    public Attempts Attempts { get; }
    public Sweep Sweep { get; }
}
