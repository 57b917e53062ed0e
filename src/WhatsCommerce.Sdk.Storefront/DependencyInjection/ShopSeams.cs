namespace WhatsCommerce.Storefronts;

/// <summary>What the app brings along; what it does not bring has the default that the seam names.</summary>
internal sealed record ShopSeams
{
    public required IPriceSource Prices { get; init; }
    public IReadOnlyList<ICheckoutProvider> Providers { get; init; } = [];
    public IReadOnlyList<ICheckoutStep> Steps { get; init; } = [];
    public IReadOnlyList<ICheckoutRule> Rules { get; init; } = [];
    public IStockHold? Stock { get; init; }
    public IDiscountSource? Discounts { get; init; }
    public IShippingQuote? Shipping { get; init; }
    public ITaxQuote? Tax { get; init; }
    public ILatePaymentPolicy? LatePayments { get; init; }
    public IOrderNumbers? Numbers { get; init; }

    /// <summary>Late, because they apply what they take by the checkout.</summary>
    public Lazy<IReadOnlyList<IProviderWebhooks>> Webhooks { get; init; } = new([]);
}
