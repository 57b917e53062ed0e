namespace WhatsCommerce.Webhooks;

/// <summary>The product that a message is about (<c>context.referred_product</c>).</summary>
/// <param name="CatalogId">The catalog that holds it.</param>
/// <param name="RetailerId">The product.</param>
public sealed record ReferredProduct(CatalogId CatalogId, RetailerId RetailerId);
