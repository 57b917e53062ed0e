using System.Runtime.InteropServices;

namespace WhatsCommerce.Catalogs;

/// <summary>One sync: the fingerprints of the catalog, and the differences of a source from them.</summary>
internal sealed class InventorySync(InventorySyncOptions options)
{
    // An expired cursor requires a new list; if that happens more often, something else is wrong.
    private const int Readings = 3;

    // Each is kept as received.
    private const int MaxMalformed = 1_000;

    private readonly Dictionary<RetailerId, Entry> _entries = [];
    private readonly List<RetailerId> _duplicates = [];
    private readonly List<MalformedItem> _malformed = [];
    private readonly Dictionary<CatalogItemFields, long> _differences = [];
    private readonly Dictionary<string, long> _notCompared = new(StringComparer.Ordinal);
    private long _malformedCount;
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
                await foreach (Page<Product> page in products.AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
                {
                    foreach (Product product in page.Items)
                    {
                        if (product.RetailerId.HasValue)
                        {
                            _entries[product.RetailerId] = new Entry { Print = CatalogPrint.Of(product), IsInCatalog = true };
                        }
                    }

                    _malformedCount += page.Malformed.Count;
                    _malformed.AddRange(page.Malformed.Take(MaxMalformed - _malformed.Count));
                }

                _products = _entries.Count;
                return;
            }
            catch (GraphPagingException) when (reading < Readings)
            {
                _entries.Clear();
                _malformed.Clear();
                _malformedCount = 0;
            }
        }
    }

    /// <summary>
    /// Returns the changes that make the catalog equal to the source; deletions come last, when the whole source is known.
    /// </summary>
    public async IAsyncEnumerable<CatalogChange> DifferencesAsync(
        IAsyncEnumerable<CatalogItem> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CatalogItem? item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _read++;
            if (item is null)
            {
                // The upload rejects it, and continues.
                yield return null!;
            }
            else if (Compare(item) is CatalogChange change)
            {
                yield return change;
            }
        }

        // A source that ends because of cancellation is incomplete.
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

    /// <summary>Creates the result, once the changes are written.</summary>
    /// <exception cref="InventorySyncRefusedException">Too many items would have been deleted.</exception>
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
            Differences = _differences,
            NotCompared = _notCompared,
            Malformed = _malformed,
            MalformedCount = _malformedCount,
            Report = report,
        };
        return _refusal is null
            ? result
            : throw new InventorySyncRefusedException(
                $"Nothing was deleted from the catalog {catalog}: {_refusal} What was new or changed was written: {result}.", result);
    }

    private CatalogChange? Compare(CatalogItem item)
    {
        if (!item.RetailerId.HasValue)
        {
            // The upload rejects it, and reports its position.
            return CatalogChange.Upsert(item);
        }

        ref Entry? place = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, item.RetailerId, out _);
        Entry entry = place ??= new Entry();
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

        CatalogDifference difference =
            CatalogPrint.Compare(item.RetailerId, CatalogPrint.Of(item), entry.Print, options.Ignore, options.ClearMissing);
        CountWhatIsNotCompared(item, difference.Uncompared);
        if (difference.All == CatalogItemFields.None)
        {
            _unchanged++;
            return null;
        }

        _changed++;
        for (int fields = (int)difference.All; fields != 0; fields &= fields - 1)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_differences, (CatalogItemFields)(fields & -fields), out _)++;
        }

        return difference.ToChange(item);
    }

    private void CountWhatIsNotCompared(CatalogItem item, CatalogItemFields uncompared)
    {
        if (uncompared.HasFlag(CatalogItemFields.GoogleProductCategory))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_notCompared, "google_product_category", out _)++;
        }

        foreach (string name in item.OtherFields?.Keys ?? [])
        {
            if (!CatalogPrint.ReadableOthers.Contains(name))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_notCompared, name, out _)++;
            }
        }
    }

    private string? Refusal()
    {
        if (_read == 0 && _missing > 0)
        {
            return options.AllowEmptySource ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"the source has no item at all, and all {_missing} of the catalog would go. Set "
                    + $"{nameof(InventorySyncOptions.AllowEmptySource)} if that is meant.");
        }

        return _missing <= options.MaxDeletedShare * _products ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the source lacks {_missing} of its {Plural.Of(_products, "item")}, more than {nameof(InventorySyncOptions.MaxDeletedShare)} "
                + $"({options.MaxDeletedShare:P0}) allows. Is the source complete? If it is, raise the limit.");
    }

    private sealed class Entry
    {
        public CatalogPrint Print { get; init; }
        public bool IsInCatalog { get; init; }
        public bool IsInSource { get; set; }
    }
}
