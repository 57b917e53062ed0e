namespace WhatsCommerce.Storefronts;

/// <summary>
/// Provides the current prices of products: called when a cart is priced, and again when it is locked. Prices from the customer's device
/// are never charged.
/// </summary>
/// <remarks>The default reads the connected Meta catalog, <see cref="ConnectedCatalogPrices"/>.</remarks>
public interface IPriceSource
{
    /// <summary>Returns the current prices and availability of products.</summary>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The products that the shop knows, in any order; the customer is told that a missing product is unknown.</returns>
    Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken);
}
