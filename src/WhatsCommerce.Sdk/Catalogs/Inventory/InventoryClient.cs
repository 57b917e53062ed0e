namespace WhatsCommerce.Catalogs;

/// <summary>Bulk changes of items: uploads, partial updates, deletions. Reached as <see cref="CatalogsClient.Inventory"/>.</summary>
/// <remarks>
/// Items go in batches whose handles are followed to their end, several at a time, with never more than those in memory. Items that break
/// a rule are not sent; whatever is refused is named with its reason. Source: Meta, marketing-api/reference/product-catalog/items_batch.
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
    /// Writes whole items, whether or not they are in the catalog already. An item without a sale price is not on sale: a sale that the
    /// catalog still has ends. Other fields that an item does not set stay as they are; <see cref="CatalogItem.Clear"/> empties them.
    /// </summary>
    /// <param name="items">
    /// The items, each retailer id once; the ids are kept in memory. To go on from a checkpoint, the same items must come in the same
    /// order, from the beginning. When the checkpoint turns out to be another source's they are enumerated a second time, from the
    /// beginning too.
    /// </param>
    /// <param name="options">The options; the defaults unless specified.</param>
    /// <param name="cancellationToken">Cancels the upload; what was posted may still be written.</param>
    /// <returns>What became of them. Look at <see cref="InventoryReport.IsComplete"/>: items that were refused do not throw.</returns>
    /// <exception cref="ArgumentException">An option is out of its limits.</exception>
    /// <exception cref="InventoryUploadException">It ended early; what was done is in its report.</exception>
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
    /// <param name="options">The options; the defaults unless specified.</param>
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
            // A null among the items is told by its place.
            yield return item is null ? null! : CatalogChange.Upsert(item);
        }
    }
}
