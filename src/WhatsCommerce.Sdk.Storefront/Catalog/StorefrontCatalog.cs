using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Imports the connected Meta catalog, keeps it up to date, and sends its collections. Available as <see cref="Storefront.Catalog"/>.
/// </summary>
/// <remarks>
/// Only products without obstacles are offered and sent: <see cref="CatalogProduct.GetObstacles"/>. Meta has no webhooks for changes of a
/// catalog or for its review, so the catalog is polled.
/// </remarks>
public class StorefrontCatalog
{
    private readonly ShopServices _shop = null!;
    private readonly ICatalogStore _store = null!;
    private readonly CatalogImporter _importer = null!;
    private readonly CatalogFollower _follower = null!;
    private readonly CollectionComposer _collections = null!;
    private readonly WhatsCommerceClient _client = null!;

    internal StorefrontCatalog(
        ShopServices shop, ICatalogStore store, CatalogSource source, CollectionComposer collections, WhatsCommerceClient client)
    {
        _shop = shop;
        _store = store;
        _importer = new CatalogImporter(shop, store, source);
        _follower = new CatalogFollower(shop, store, _importer);
        _collections = collections;
        _client = client;
        SkuMap = source.Skus;
    }

    /// <summary>Initializes a new instance for test doubles that override the members.</summary>
    protected StorefrontCatalog() { }

    /// <summary>Gets the map between the shop's own product ids and the items of the catalog.</summary>
    public virtual ISkuMap SkuMap { get; } = null!;

    internal CatalogFollower Follower => _follower;

    /// <summary>Imports the whole catalog page by page, or resumes an interrupted import.</summary>
    /// <remarks>
    /// By default the import runs in the background (<see cref="StorefrontCatalogOptions.RunInBackground"/>). A running import is taken
    /// over after its last stored page. At most one page is in memory.
    /// </remarks>
    /// <param name="progress">Receives a report after each step that was stored.</param>
    /// <param name="cancellationToken">Interrupts the import; the next call continues after the last page that was stored.</param>
    /// <returns>The result; not complete when another instance took the import over.</returns>
    /// <exception cref="InvalidOperationException">No catalog is configured, and none is connected.</exception>
    /// <exception cref="GraphException">Meta rejected a request or could not be reached; call again to resume.</exception>
    public virtual async Task<CatalogImportResult> ImportAsync(
        IProgress<CatalogImport>? progress = null, CancellationToken cancellationToken = default)
    {
        ImportStep? last = null;
        await foreach (ImportStep step in _importer.RunAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            last = step;
            progress?.Report(step.Import);
        }

        return new CatalogImportResult { IsComplete = !last!.IsLost, IsResumed = last.IsResumed, Import = last.Import };
    }

    /// <summary>Imports the catalog if necessary, then polls it: changes are stored and then returned.</summary>
    /// <remarks>
    /// The enumeration ends only when it is canceled or left with <see langword="break"/>. A failed poll is logged and retried with
    /// exponential backoff, up to an hour or the wait that Meta requests. Of several instances or calls, one polls at a time, and only that
    /// one returns the changes it found. Turn <see cref="StorefrontCatalogOptions.RunInBackground"/> off to receive all changes here.
    /// </remarks>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The changes. The first import returns none, because everything is new.</returns>
    public virtual IAsyncEnumerable<CatalogProductChange> FollowAsync(CancellationToken cancellationToken = default) =>
        _follower.RunAsync(cancellationToken);

    /// <summary>Finds the last import.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The import; <see langword="null"/> when there was none.</returns>
    public virtual Task<CatalogImport?> GetImportAsync(CancellationToken cancellationToken = default) =>
        _store.FindImportAsync(_shop.ShopId, cancellationToken);

    /// <summary>Finds a product.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The product as last read; <see langword="null"/> when it was never in the catalog.</returns>
    public virtual async Task<CatalogProduct?> FindAsync(RetailerId id, CancellationToken cancellationToken = default) =>
        await _store.FindAsync(_shop.ShopId, [id], cancellationToken).ConfigureAwait(false) is [CatalogProduct product, ..]
            ? product
            : null;

    /// <summary>Finds the catalog's items for one of the shop's own products.</summary>
    /// <param name="ownId">The shop's own id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items that are in the catalog.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public virtual Task<IReadOnlyList<CatalogProduct>> FindByOwnIdAsync(string ownId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ownId);
        return _store.FindByOwnIdAsync(_shop.ShopId, ownId, cancellationToken);
    }

    /// <summary>Lists products page by page: all products, the variants of a group, a product set, or a category.</summary>
    /// <param name="query">The filter; all unless specified.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products, including those that cannot be sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not from 1 to 500, or the skip is below 0.</exception>
    public virtual Task<IReadOnlyList<CatalogProduct>> ListAsync(CatalogQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new CatalogQuery();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, CatalogQuery.MaxLimit, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
        return _store.ListAsync(_shop.ShopId, query, cancellationToken);
    }

    /// <summary>
    /// Lists unmatched products: first catalog items that <see cref="SkuMap"/> does not know, which are not offered; then products of the
    /// shop that are missing in the catalog.
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The products; empty when the ids are mapped by equality.</returns>
    public virtual async IAsyncEnumerable<UnmatchedProduct> UnmatchedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        CatalogQuery query = new() { OnlyUnmapped = true, Limit = CatalogQuery.MaxLimit };
        IReadOnlyList<CatalogProduct> page;
        do
        {
            page = await _store.ListAsync(_shop.ShopId, query, cancellationToken).ConfigureAwait(false);
            foreach (CatalogProduct product in page.Where(product => !product.IsParent))
            {
                yield return new UnmatchedProduct { RetailerId = product.RetailerId, Name = product.Name };
            }

            query = query with { After = page.Count > 0 ? page[^1].RetailerId : default };
        }
        while (page.Count == query.Limit);

        await foreach (KeyValuePair<string, RetailerId>[] pairs in SkuMap.ListAsync(cancellationToken)
            .Chunk(CatalogQuery.MaxLimit).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<CatalogProduct> stored = await _store.FindAsync(
                _shop.ShopId, [.. pairs.Select(pair => pair.Value)], cancellationToken).ConfigureAwait(false);
            HashSet<RetailerId> there = [.. stored.Where(product => product.GoneAt is null).Select(product => product.RetailerId)];
            foreach ((string ownId, RetailerId item) in pairs)
            {
                if (!there.Contains(item))
                {
                    yield return new UnmatchedProduct { RetailerId = item, OwnId = ownId };
                }
            }
        }
    }

    /// <summary>
    /// Includes a product in the search or excludes it; with the id of a group, all of its variants. Imports do not change this.
    /// </summary>
    /// <param name="id">The item, or the id of a group of variants.</param>
    /// <param name="isSearchable">Whether the search may show it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of products that are affected; 0 when there is none with that id.</returns>
    /// <exception cref="ArgumentException">The id is absent.</exception>
    public virtual Task<int> SetSearchableAsync(RetailerId id, bool isSearchable, CancellationToken cancellationToken = default) =>
        id.HasValue
            ? _store.SetSearchableAsync(_shop.ShopId, id, isSearchable, cancellationToken)
            : throw new ArgumentException("The retailer id is absent.", nameof(id));

    /// <summary>
    /// Lists the collections that customers can choose from: the product sets of the catalog, or its categories when it has none.
    /// </summary>
    /// <param name="limit">The maximum number of collections; 1 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The collections, by name.</returns>
    public virtual Task<IReadOnlyList<CatalogCollection>> ListCollectionsAsync(
        int limit = 100, CancellationToken cancellationToken = default) => _collections.ListAsync(limit, cancellationToken);

    /// <summary>
    /// Sends the available products of a product set or category, up to 30, in sections by category. If there are more, a second message
    /// has a button that sends the next page.
    /// </summary>
    /// <remarks>
    /// A parent is replaced by its variants. Product lists can be sent only within 24 hours of the customer's last message. The storefront
    /// handles the button, provided that its webhooks arrive at this app.
    /// </remarks>
    /// <param name="to">The customer.</param>
    /// <param name="collection">The collection: <see cref="CollectionId.FromSet"/>, <see cref="CollectionId.FromCategory"/>.</param>
    /// <param name="options">The products to skip, the texts, and the idempotency key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of products that were sent: 0 when the collection does not exist or none of its products is available.</returns>
    /// <exception cref="GraphException">Meta rejected a message, or could not be reached.</exception>
    public virtual async Task<SentCollection> SendCollectionAsync(
        Recipient to, CollectionId collection, CollectionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CollectionOptions();
        CollectionContent content =
            await _collections.ComposeAsync(collection, options, cancellationToken).ConfigureAwait(false);
        return await SendAsync(to, content, options.OnceKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a menu of the collections, from which the customer chooses one to receive its products.</summary>
    /// <param name="to">The customer.</param>
    /// <param name="options">The products to skip, the texts, and the idempotency key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of collections that were sent: 0 when there are none.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached.</exception>
    public virtual async Task<SentCollection> SendMenuAsync(
        Recipient to, CollectionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CollectionOptions();
        CollectionContent content = await _collections.ComposeMenuAsync(options, cancellationToken).ConfigureAwait(false);
        return await SendAsync(to, content, options.OnceKey, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SentCollection> SendAsync(
        Recipient to, CollectionContent content, string? onceKey, CancellationToken cancellationToken)
    {
        MessageId first = default;
        foreach (OutboundMessage message in content.Messages)
        {
            string? key = onceKey is null || !first.HasValue ? onceKey : $"{onceKey}/more";
            MessageReceipt receipt = await _client.Messages
                .SendAsync(to, message, new SendOptions { OnceKey = key }, cancellationToken).ConfigureAwait(false);
            first = first.HasValue ? first : receipt.Id;
        }

        return new SentCollection { Count = content.Count, HasMore = content.HasMore, MessageId = first };
    }
}
