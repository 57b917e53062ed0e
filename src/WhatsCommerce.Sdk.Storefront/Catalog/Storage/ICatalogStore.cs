namespace WhatsCommerce.Storefronts;

/// <summary>Keeps the products of a shop, its product sets, and how far the import is.</summary>
/// <remarks>
/// <para>Short explicit operations, so that a store for a database is a list of statements. The key of a product is shop and retailer id,
/// compared by its characters. Money is kept in minor units, times in unix milliseconds. A write that returned is seen by every later
/// read, from whichever instance.</para>
/// <para>A product is a parent (<see cref="CatalogProduct.IsParent"/>) when the catalog has another one that names its Meta id as its
/// parent, or its retailer id as its group while it is itself no variant of that group. Stores judge that when they read, by the products
/// that the catalog still has.</para>
/// <para>The default is the database of the app; without one, everything is in the memory of the process:
/// <see cref="MemoryCatalogStore"/>.</para>
/// </remarks>
public interface ICatalogStore
{
    /// <summary>Writes a step, all of it or nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written all the same.</param>
    /// <returns><see langword="false"/>, and nothing is written, when the import has another version than the step says.</returns>
    Task<bool> WriteAsync(CatalogStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds the last import of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import; <see langword="null"/> when there was none.</returns>
    Task<CatalogImport?> FindImportAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds products by their keys, those included that the catalog no longer has.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="products">The products, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that are stored, in any order.</returns>
    Task<IReadOnlyList<CatalogProduct>> FindAsync(
        string shopId, IReadOnlyList<RetailerId> products, CancellationToken cancellationToken = default);

    /// <summary>Finds the products that stand for a product of the shop's own.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="ownId">The shop's own id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that the catalog still has, by retailer id; at most <see cref="CatalogQuery.MaxLimit"/>.</returns>
    Task<IReadOnlyList<CatalogProduct>> FindByOwnIdAsync(string shopId, string ownId, CancellationToken cancellationToken = default);

    /// <summary>Lists products, a page at a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products: those of a product set in its order, all others by retailer id in ordinal order.</returns>
    Task<IReadOnlyList<CatalogProduct>> ListAsync(string shopId, CatalogQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists the product sets, or the categories of the products that the catalog still has.</summary>
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

    /// <summary>Lets the search show a product, or not; with the id of a group, all of its variants.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The retailer id of a product, or what variants have in common.</param>
    /// <param name="isSearchable">Whether the search may show it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many products have that id or are variants of it.</returns>
    Task<int> SetSearchableAsync(string shopId, RetailerId id, bool isSearchable, CancellationToken cancellationToken = default);
}
