namespace WhatsCommerce.Storefronts;

/// <summary>Finds products by what customers write. The default keeps its index in memory: <see cref="MemoryProductSearch"/>.</summary>
public interface IProductSearch
{
    /// <summary>Searches the index.</summary>
    /// <param name="query">What the customer wrote.</param>
    /// <param name="limit">The maximum number of products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result, which contains only products that can be sent.</returns>
    Task<SearchResult> SearchAsync(string query, int limit, CancellationToken cancellationToken = default);

    /// <summary>Replaces all products of the index.</summary>
    /// <param name="products">The products; of duplicates by retailer id the first one counts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when searches find the products.</returns>
    Task ReplaceAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken = default);

    /// <summary>Adds, updates and removes products.</summary>
    /// <param name="changed">The complete new and changed products.</param>
    /// <param name="removed">The retailer ids of the products to remove.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when searches use the changes.</returns>
    Task ChangeAsync(
        IReadOnlyCollection<SearchProduct> changed, IReadOnlyCollection<RetailerId> removed, CancellationToken cancellationToken = default);
}
