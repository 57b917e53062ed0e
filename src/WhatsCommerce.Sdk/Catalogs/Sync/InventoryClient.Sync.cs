namespace WhatsCommerce.Catalogs;

/// <content>Synchronizes a catalog with a source.</content>
public partial class InventoryClient
{
    /// <summary>Makes the catalog equal to a source, and sends only the differences.</summary>
    /// <remarks>
    /// <para>The catalog is read first; for each product, its retailer id and hashes of its fields are kept in memory, less than 500 bytes.
    /// Then the source is read, and new and changed items are sent meanwhile. The compared fields of an item are those that the source
    /// sets, those in <see cref="CatalogItem.Clear"/>, and those in <see cref="InventorySyncOptions.ClearMissing"/>, by default the sale:
    /// an item without a sale price is not on sale. An item that differs is written as the source has it.</para>
    /// <para>All fields with a property are compared, and of <see cref="CatalogItem.OtherFields"/> the custom labels and numbers, the short
    /// description and the mobile link. Meta does not return the others as they were written; they are counted in
    /// <see cref="InventorySyncResult.NotCompared"/>.</para>
    /// <para>Prices are compared exactly. A price that Meta returns in an ambiguous format counts as different.</para>
    /// </remarks>
    /// <param name="source">The items as they should be, each once; enumerated once.</param>
    /// <param name="options">
    /// Whether to delete items that the source does not have, fields to ignore, the catalog; nothing is deleted by default.
    /// </param>
    /// <param name="cancellationToken">Cancels the sync; what was posted may still be written.</param>
    /// <returns>
    /// The differences and the results of writing them. Check <see cref="InventorySyncResult.IsComplete"/>: rejected items do not throw.
    /// </returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InventorySyncRefusedException">
    /// Too many items would have been deleted, so none was; new and changed items were written.
    /// </exception>
    /// <exception cref="GraphException">The catalog could not be read; nothing was changed.</exception>
    /// <exception cref="InventoryUploadException">Writing ended early, or the source failed; nothing was deleted that the source may still
    /// have had.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public virtual async Task<InventorySyncResult> SyncAsync(
        IAsyncEnumerable<CatalogItem> source, InventorySyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        InventorySyncOptions.Check(options);
        InventoryOptions.Check(options.Upload);
        CatalogId catalog = _transport.OwnCatalog(options.Upload.CatalogId);

        ProductQuery query = new() { Fields = CatalogPrint.ProductFields, PageSize = options.PageSize };
        InventorySync sync = new(options);
        await sync.ReadCatalogAsync(_products.ListAsync(query, catalog, cancellationToken), cancellationToken).ConfigureAwait(false);
        InventoryReport report = await ApplyAsync(
            sync.DifferencesAsync(source, cancellationToken),
            options.Upload with { CatalogId = catalog },
            cancellationToken).ConfigureAwait(false);
        return sync.Finish(report, catalog);
    }
}
