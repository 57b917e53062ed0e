namespace WhatsCommerce.Storefronts;

/// <summary>Finds products by what customers write. The default keeps its index in memory: <see cref="MemoryProductSearch"/>.</summary>
public interface IProductSearch
{
    /// <summary>Searches.</summary>
    /// <param name="query">What the customer wrote.</param>
    /// <param name="limit">At most so many products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; of it only what can be sent.</returns>
    Task<SearchResult> SearchAsync(string query, int limit, CancellationToken cancellationToken = default);

    /// <summary>Replaces the whole catalog.</summary>
    /// <param name="products">The products; of a retailer id that comes twice, the first counts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when searches find them.</returns>
    Task ReplaceAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken = default);

    /// <summary>Adds and changes products, and removes some.</summary>
    /// <param name="changed">The new and the changed products, each whole.</param>
    /// <param name="removed">The ids of those that are gone.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when searches go by it.</returns>
    Task ChangeAsync(
        IReadOnlyCollection<SearchProduct> changed, IReadOnlyCollection<RetailerId> removed, CancellationToken cancellationToken = default);
}
