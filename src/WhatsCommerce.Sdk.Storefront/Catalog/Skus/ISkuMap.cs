namespace WhatsCommerce.Storefronts;

/// <summary>Maps items of the catalog to the shop's own products. By default both have the same id.</summary>
/// <remarks>
/// Register your own as a singleton, or one of <see cref="SkuMap"/>. It is asked when products are imported, a page at a time; what it says
/// then is stored with the product, and asked again by the next look at the catalog. Items that it does not know are not offered. Several
/// items may stand for one product of the shop.
/// </remarks>
public interface ISkuMap
{
    /// <summary>Finds the shop's own ids of items.</summary>
    /// <param name="items">The items, at most 500.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The own ids of those that are known.</returns>
    Task<IReadOnlyDictionary<RetailerId, string>> GetOwnIdsAsync(IReadOnlyList<RetailerId> items, CancellationToken cancellationToken);

    /// <summary>Lists the items that the catalog should have, so that those can be told that it lacks.</summary>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>Own id and item; nothing when the shop's products are not known here.</returns>
    IAsyncEnumerable<KeyValuePair<string, RetailerId>> ListAsync(CancellationToken cancellationToken);
}
