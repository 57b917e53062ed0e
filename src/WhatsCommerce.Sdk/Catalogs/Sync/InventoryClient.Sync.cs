namespace WhatsCommerce.Catalogs;

/// <content>Making a catalog equal to a source.</content>
public partial class InventoryClient
{
    /// <summary>Makes the catalog equal to a source, and sends only what differs.</summary>
    /// <remarks>
    /// <para>The catalog is read first; of each product its retailer id and hashes of its fields are kept, less than 500 bytes. Then the
    /// source is read, and what is new or changed is sent on the way. Of an item those fields are compared that the source sets, names in
    /// <see cref="CatalogItem.Clear"/>, or is the truth of by <see cref="InventorySyncOptions.ClearMissing"/>: an item without a sale price
    /// is not on sale. An item that differs is written as the source has it.</para>
    /// <para>Every field that has a property is compared, and of <see cref="CatalogItem.OtherFields"/> the custom labels and numbers, the
    /// short description and the mobile link. Meta does not return the others as they were written;
    /// <see cref="InventorySyncResult.NotCompared"/> counts it.</para>
    /// <para>Prices are compared exactly. A price that Meta returns in an ambiguous format counts as different.</para>
    /// </remarks>
    /// <param name="source">The items as they shall be, each once; read once.</param>
    /// <param name="options">Whether to delete what the source does not have, what to leave out, the catalog; nothing is deleted unless
    /// told.</param>
    /// <param name="cancellationToken">Cancels the sync; what was posted may still be written.</param>
    /// <returns>What was found and written. Look at <see cref="InventorySyncResult.IsComplete"/>: items that were refused do not
    /// throw.</returns>
    /// <exception cref="ArgumentException">An option is out of its limits.</exception>
    /// <exception cref="InventorySyncRefusedException">Too much would have been deleted, and nothing was; the rest was written.</exception>
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
