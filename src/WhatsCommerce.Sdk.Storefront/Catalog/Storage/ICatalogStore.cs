namespace WhatsCommerce.Storefronts;

/// <summary>Stores the products of a shop, its product sets, and the progress of the import.</summary>
/// <remarks>
/// <para>
/// Each operation is small enough to map to SQL statements. The key of a product is shop and retailer id, compared ordinally. Money is
/// stored in minor units, times in Unix milliseconds. A completed write must be visible to every later read, from any instance.
/// </para>
/// <para>
/// A product is a parent (<see cref="CatalogProduct.IsParent"/>) if another product of the catalog has its Meta id as parent, or its
/// retailer id as group while the product itself is not a variant of that group. Stores determine this when they read, from products that
/// are still in the catalog.
/// </para>
/// <para>The default store is the database of the app; without a database it is <see cref="MemoryCatalogStore"/>.</para>
/// </remarks>
public interface ICatalogStore
{
    /// <summary>Writes a step atomically.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written nevertheless.</param>
    /// <returns><see langword="false"/> if the version of the import does not match; nothing is written then.</returns>
    Task<bool> WriteAsync(CatalogStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds the last import of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import; <see langword="null"/> when there was none.</returns>
    Task<CatalogImport?> FindImportAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds products by their keys, including those that were removed from the catalog.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="products">The products, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products that are stored, in any order.</returns>
    Task<IReadOnlyList<CatalogProduct>> FindAsync(
        string shopId, IReadOnlyList<RetailerId> products, CancellationToken cancellationToken = default);

    /// <summary>Finds the catalog's products for one of the shop's own products.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="ownId">The shop's own id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products that are still in the catalog, by retailer id; at most <see cref="CatalogQuery.MaxLimit"/>.</returns>
    Task<IReadOnlyList<CatalogProduct>> FindByOwnIdAsync(string shopId, string ownId, CancellationToken cancellationToken = default);

    /// <summary>Lists products, a page at a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="query">The filter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products, in the order of the product set, or otherwise by retailer id in ordinal order.</returns>
    Task<IReadOnlyList<CatalogProduct>> ListAsync(string shopId, CatalogQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists the product sets, or the categories of products that are still in the catalog.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="categories">Whether the categories are listed.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The collections, by name in ordinal order.</returns>
    Task<IReadOnlyList<CatalogCollection>> ListCollectionsAsync(
        string shopId, bool categories, int limit, CancellationToken cancellationToken = default);

    /// <summary>Finds a product set or a category.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The collection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The collection; <see langword="null"/> when there is none.</returns>
    Task<CatalogCollection?> FindCollectionAsync(string shopId, CollectionId id, CancellationToken cancellationToken = default);

    /// <summary>Includes a product in the search or excludes it; with the id of a group, all of its variants.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The retailer id of a product, or the id of a group of variants.</param>
    /// <param name="isSearchable">Whether the search may show it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of products that have that id or are variants of it.</returns>
    Task<int> SetSearchableAsync(string shopId, RetailerId id, bool isSearchable, CancellationToken cancellationToken = default);
}
