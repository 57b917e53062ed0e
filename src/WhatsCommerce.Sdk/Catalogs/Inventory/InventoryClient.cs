namespace WhatsCommerce.Catalogs;

/// <summary>Changes many items at once: uploads, partial updates, deletions. Available as <see cref="CatalogsClient.Inventory"/>.</summary>
/// <remarks>
/// Items are sent in several concurrent batches, each of which is polled until Meta has finished it; only these batches are in memory.
/// Items that violate a rule are not sent; every rejected item is reported with its reason. Source: Meta,
/// marketing-api/reference/product-catalog/items_batch.
/// </remarks>
public partial class InventoryClient
{
    private readonly GraphTransport _transport = null!;
    private readonly ProductsClient _products = null!;
    private readonly ItemsBatches _batches = null!;

    internal InventoryClient(GraphTransport transport, ProductsClient products, ItemsBatches batches)
    {
        _transport = transport;
        _products = products;
        _batches = batches;
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected InventoryClient() { }

    /// <summary>
    /// Creates or updates complete items (upsert). An item without a sale price ends a sale that the catalog still has. Other fields that
    /// an item does not set stay unchanged; <see cref="CatalogItem.Clear"/> empties them.
    /// </summary>
    /// <param name="items">
    /// The items, each retailer id once; the ids are kept in memory. To resume from a checkpoint, the source must return the same items in
    /// the same order, from the beginning. If the checkpoint belongs to another source, the items are enumerated a second time from the
    /// beginning.
    /// </param>
    /// <param name="options">The options; the defaults by default.</param>
    /// <param name="cancellationToken">Cancels the upload; what was posted may still be written.</param>
    /// <returns>The results. Check <see cref="InventoryReport.IsComplete"/>: rejected items do not throw.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InventoryUploadException">The upload ended early; its report contains the results so far.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public virtual Task<InventoryReport> UploadAsync(
        IAsyncEnumerable<CatalogItem> items, InventoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return RunAsync(() => Upserts(items, CancellationToken.None), options, cancellationToken);
    }

    /// <summary>Makes changes of any kind: new items, partial updates such as prices and availability, deletions.</summary>
    /// <remarks>Each item may occur once: batches are sent concurrently, so the order of two changes to one item would be lost.</remarks>
    /// <param name="changes">The changes.</param>
    /// <inheritdoc cref="UploadAsync" path="/returns"/>
    /// <inheritdoc cref="UploadAsync" path="/exception"/>
    /// <param name="options">The options; the defaults by default.</param>
    /// <param name="cancellationToken">Gives it up; what was posted may still be done.</param>
    public virtual Task<InventoryReport> ApplyAsync(
        IAsyncEnumerable<CatalogChange> changes, InventoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return RunAsync(() => changes, options, cancellationToken);
    }

    private async Task<InventoryReport> RunAsync(
        Func<IAsyncEnumerable<CatalogChange>> source, InventoryOptions? options, CancellationToken cancellationToken)
    {
        options ??= new();
        InventoryOptions.Check(options);
        using InventoryUpload upload =
            new(_batches, _transport.Services.Time, _transport.OwnCatalog(options.CatalogId), options, cancellationToken);
        return await upload.RunAsync(source, cancellationToken).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<CatalogChange> Upserts(
        IAsyncEnumerable<CatalogItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CatalogItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A null item is reported by its position.
            yield return item is null ? null! : CatalogChange.Upsert(item);
        }
    }
}
