namespace WhatsCommerce.Storefronts;

/// <summary>Where prices come from: asked when a cart is priced, and again when it is locked; the device's prices are never used.</summary>
/// <remarks>The default reads the connected Meta catalog, <see cref="ConnectedCatalogPrices"/>.</remarks>
public interface IPriceSource
{
    /// <summary>Returns what is known of products now.</summary>
    /// <param name="request">The products.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The products that the shop knows, in any order; one that is missing is told to the customer as unknown.</returns>
    Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken);
}
