using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WhatsCommerce.Catalogs;

/// <summary>One sync: the prints of the catalog, and the differences of a source from them.</summary>
internal sealed class InventorySync(InventorySyncOptions options)
{
    // A cursor that expired says to list again; more often than this something else is wrong.
    private const int Readings = 3;

    private readonly Dictionary<RetailerId, Entry> _entries = [];
    private readonly List<RetailerId> _duplicates = [];
    private int _products;
    private long _read;
    private long _added;
    private long _changed;
    private long _unchanged;
    private long _missing;
    private long _deleted;
    private string? _refusal;

    /// <summary>Reads the whole catalog, page by page.</summary>
    public async Task ReadCatalogAsync(Paged<Product> products, CancellationToken cancellationToken)
    {
        for (int reading = 1; ; reading++)
        {
            try
            {
                await foreach (Product product in products.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (product.RetailerId.HasValue)
                    {
                        _entries[product.RetailerId] = new Entry { Print = CatalogPrint.Of(product), IsInCatalog = true };
                    }
                }

                _products = _entries.Count;
                return;
            }
            catch (GraphPagingException) when (reading < Readings)
            {
                _entries.Clear();
            }
        }
    }

    /// <summary>The changes that make the catalog equal to the source; deletions come last, when the whole source is known.</summary>
    public async IAsyncEnumerable<CatalogChange> DifferencesAsync(
        IAsyncEnumerable<CatalogItem> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CatalogItem item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _read++;
            if (Compare(item) is CatalogChange change)
            {
                yield return change;
            }
        }

        // A source that ends because it was cancelled is not over.
        cancellationToken.ThrowIfCancellationRequested();
        _missing = _entries.Values.LongCount(entry => !entry.IsInSource);
        _refusal = options.DeleteMissing ? Refusal() : null;
        if (!options.DeleteMissing || _refusal is not null)
        {
            yield break;
        }

        foreach ((RetailerId id, Entry entry) in _entries)
        {
            if (!entry.IsInSource)
            {
                _deleted++;
                yield return CatalogChange.Delete(id);
            }
        }
    }

    /// <summary>The result, once the changes are written.</summary>
    /// <exception cref="InventorySyncRefusedException">Too much would have been deleted.</exception>
    public InventorySyncResult Finish(InventoryReport report, CatalogId catalog)
    {
        InventorySyncResult result = new()
        {
            Read = _read,
            Added = _added,
            Changed = _changed,
            Unchanged = _unchanged,
            Missing = _missing,
            Deleted = _deleted,
            Duplicates = _duplicates,
            Report = report,
        };
        return _refusal is null
            ? result
            : throw new InventorySyncRefusedException($"Nothing was deleted from the catalog {catalog}: {_refusal} What was new or changed was written: {result}.", result);
    }

    private CatalogChange? Compare(CatalogItem item)
    {
        if (!item.RetailerId.HasValue)
        {
            // The upload refuses it, and tells its position.
            return CatalogChange.Upsert(item);
        }

        ref Entry entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, item.RetailerId, out _);
        if (entry.IsInSource)
        {
            _duplicates.Add(item.RetailerId);
            return null;
        }

        entry.IsInSource = true;
        if (!entry.IsInCatalog)
        {
            _added++;
            return CatalogChange.Upsert(item);
        }

        if ((CatalogPrint.Of(item).DifferencesFrom(entry.Print) & ~options.Ignore) == CatalogItemFields.None)
        {
            _unchanged++;
            return null;
        }

        _changed++;
        return CatalogChange.Update(item);
    }

    private string? Refusal()
    {
        if (_read == 0 && _missing > 0)
        {
            return options.AllowEmptySource ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"the source has no item at all, and all {_missing} of the catalog would go. Set {nameof(InventorySyncOptions.AllowEmptySource)} if that is meant.");
        }

        return _missing <= options.MaxDeletedShare * _products ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the source lacks {_missing} of its {_products} items, more than {nameof(InventorySyncOptions.MaxDeletedShare)} ({options.MaxDeletedShare:P0}) allows. Is the source complete? If it is, raise the limit.");
    }

    private struct Entry
    {
        public CatalogPrint Print;
        public bool IsInCatalog;
        public bool IsInSource;
    }
}
