namespace WhatsCommerce.Storefronts;

/// <summary>Maps items of the catalog to the shop's own products (SKUs). By default both have the same id.</summary>
/// <remarks>
/// Register your own implementation or a <see cref="SkuMap"/> as a singleton. It is called for each page of an import and each later poll
/// of the catalog, and the result is stored with the product. Unknown items are not offered. Several items may map to one product of the
/// shop.
/// </remarks>
public interface ISkuMap
{
    /// <summary>Finds the shop's own ids of items.</summary>
    /// <param name="items">The items, at most 500.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The shop's own ids of the items that are known.</returns>
    Task<IReadOnlyDictionary<RetailerId, string>> GetOwnIdsAsync(IReadOnlyList<RetailerId> items, CancellationToken cancellationToken);

    /// <summary>Lists the items that the catalog should contain, so that missing ones can be reported.</summary>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>Pairs of own id and item; empty if the implementation does not know the shop's products.</returns>
    IAsyncEnumerable<KeyValuePair<string, RetailerId>> ListAsync(CancellationToken cancellationToken);
}
