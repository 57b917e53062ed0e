namespace WhatsCommerce.Storefronts;

/// <summary>Represents a request for the prices of a cart.</summary>
public sealed record PriceRequest
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the key of the customer, for customer-specific prices.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the id of the catalog of the products; absent when the shop created the cart.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the retailer ids of the products, without duplicates.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }
}
