namespace WhatsCommerce.Storefronts;

/// <summary>Which prices a cart needs.</summary>
public sealed record PriceRequest
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the customer, for prices of their own.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the catalog that the products are from; absent when the shop made the cart.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the products, each once.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }
}
