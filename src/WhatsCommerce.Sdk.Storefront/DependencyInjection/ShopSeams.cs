namespace WhatsCommerce.Storefronts;

/// <summary>The services that an app can replace, such as <see cref="IPriceSource"/>; each has a default.</summary>
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

    /// <summary>Lazy, because the receivers depend on the checkout and the checkout depends on them.</summary>
    public Lazy<IReadOnlyList<IProviderWebhooks>> Webhooks { get; init; } = new([]);
}
