namespace WhatsCommerce.Webhooks;

/// <summary>The product that a message is about (<c>context.referred_product</c>).</summary>
public sealed record ReferredProduct
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="catalogId">See <see cref="CatalogId"/>.</param>
    /// <param name="retailerId">See <see cref="RetailerId"/>.</param>
    public ReferredProduct(CatalogId catalogId, RetailerId retailerId)
    {
        CatalogId = catalogId;
        RetailerId = retailerId;
    }

    /// <summary>The catalog of the product.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The product.</summary>
    public RetailerId RetailerId { get; init; }
}
