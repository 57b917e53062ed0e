namespace WhatsCommerce.Storefronts;

/// <summary>Finds products by what customers write. Available as <see cref="Storefront.Search"/>.</summary>
public class StorefrontSearch
{
    private readonly ShopServices _shop = null!;
    private readonly IProductSearch _products = null!;
    private readonly ISearchSwitches _switches = null!;

    internal StorefrontSearch(ShopServices shop, IProductSearch products, ISearchSwitches switches)
    {
        _shop = shop;
        _products = products;
        _switches = switches;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontSearch() { }

    /// <summary>Searches the shop's products.</summary>
    /// <param name="query">What the customer wrote.</param>
    /// <param name="limit">The maximum number of products; 10 unless set, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result, which contains only products that can be sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1 or above 1,000.</exception>
    public virtual async Task<SearchResult> SearchAsync(string query, int limit = 10, CancellationToken cancellationToken = default)
    {
        const int Most = 1_000;
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Most);
        return await _switches.IsEnabledAsync(_shop.ShopId, cancellationToken).ConfigureAwait(false)
            ? await _products.SearchAsync(query, limit, cancellationToken).ConfigureAwait(false)
            : SearchResult.Empty(SearchOutcome.Off);
    }

    /// <summary>Determines whether the search is enabled.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the search is enabled.</returns>
    public virtual ValueTask<bool> IsEnabledAsync(CancellationToken cancellationToken = default) =>
        _switches.IsEnabledAsync(_shop.ShopId, cancellationToken);

    /// <summary>Enables or disables the search, from the next message on.</summary>
    /// <param name="isEnabled">Whether the search is enabled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the value is stored.</returns>
    public virtual ValueTask SetEnabledAsync(bool isEnabled, CancellationToken cancellationToken = default) =>
        _switches.SetEnabledAsync(_shop.ShopId, isEnabled, cancellationToken);
}
