namespace WhatsCommerce.Testing;

/// <content>The inside of a catalog: its items as the API sees them, and the batches that change them.</content>
public sealed partial class EmulatedCatalog
{
    internal EmulatedReviews Reviews { get; }

    /// <summary>All items as they are now.</summary>
    internal CatalogEntry[] Entries()
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            return [.. _entries];
        }
    }

    internal CatalogEntry? FindEntry(string? retailerId)
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            return retailerId is null ? null : _byRetailerId.GetValueOrDefault(retailerId);
        }
    }

    internal CatalogEntry? FindEntry(long id)
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            int index = IndexOf(id);
            return index < 0 ? null : _entries[index];
        }
    }

    /// <summary>A page of the items for which something holds.</summary>
    internal Page<CatalogEntry> Page(PageRequest request, Func<CatalogEntry, bool>? holds)
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            return Page<CatalogEntry>.Of(_entries, static entry => entry.Id, request, holds);
        }
    }

    /// <summary>Updates or adds an item atomically.</summary>
    internal CatalogEntry Change(string retailerId, Func<CatalogEntry?, CatalogEntry> change)
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            return Put(change(_byRetailerId.GetValueOrDefault(retailerId)));
        }
    }

    /// <summary>Accepts a batch; its changes are applied when it is due.</summary>
    internal void Take(CatalogBatch batch)
    {
        lock (_gate)
        {
            _underWay.Add(batch);
        }

        // Whoever follows the catalog live sees it change, and its items come through the review.
        _timers.After(_options.ProcessingTime, Settle);
        _timers.After(_options.ProcessingTime + _options.ReviewTime, () => _changes.Catalog());
    }

    /// <summary>Applies the changes that are due.</summary>
    internal void Settle()
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
        }
    }

    private void ApplyWhatIsDue()
    {
        if (_underWay.Count == 0)
        {
            return;
        }

        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        CatalogBatch[] due = [.. _underWay.Where(batch => batch.Due <= now && batch.Fate is not { Length: 0 })];
        foreach (CatalogBatch batch in due)
        {
            _underWay.Remove(batch);
            if (batch.Fate is null)
            {
                Apply(batch);
            }

            batch.End(batch.Fate ?? "finished");
        }
    }

    private void Apply(CatalogBatch batch)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<long> dropped = [];
        foreach (ItemChange change in batch.Changes)
        {
            if (!seen.Add(change.RetailerId))
            {
                batch.Warn(change, "The item appears more than once in the batch; the last request counts.");
            }

            CatalogEntry? before = _byRetailerId.GetValueOrDefault(change.RetailerId);
            if (change.Method == "DELETE")
            {
                if (before is null)
                {
                    batch.Warn(change, "There is no such item to delete.");
                }
                else
                {
                    _byRetailerId.Remove(change.RetailerId);
                    dropped.Add(before.Id);
                }
            }
            else if ((change.Problem ?? _batches.ProblemOf(change.RetailerId) ?? Missing(batch, change, before)) is { } problem)
            {
                batch.Refuse(change, problem);
            }
            else
            {
                Put(change.Apply(before, _ids.Next, batch.Due + _options.ReviewTime));
            }
        }

        // In one pass: taking them out one by one would move the rest of a large catalog each time.
        if (dropped.Count > 0)
        {
            _entries.RemoveAll(entry => dropped.Contains(entry.Id));
            _changes.Catalog();
        }
    }

    private static string? Missing(CatalogBatch batch, ItemChange change, CatalogEntry? before) =>
        before is not null || change.Method == "CREATE" ? null
        : !batch.AllowUpsert ? "There is no such item to update, and allow_upsert is false."
        : !change.IsWhole ? "There is no such item to update, and a new one lacks required fields."
        : null;

    private CatalogEntry Put(CatalogEntry entry)
    {
        int index = IndexOf(entry.Id);
        if (index < 0)
        {
            _entries.Insert(~index, entry);
        }
        else
        {
            _entries[index] = entry;
        }

        _byRetailerId[entry.RetailerId] = entry;
        _changes.Catalog();
        return entry;
    }

    private bool Drop(string? retailerId)
    {
        if (retailerId is null || !_byRetailerId.Remove(retailerId, out CatalogEntry? entry))
        {
            return false;
        }

        _entries.RemoveAt(IndexOf(entry.Id));
        _changes.Catalog();
        return true;
    }

    private int IndexOf(long id)
    {
        int low = 0;
        int high = _entries.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            long found = _entries[middle].Id;
            if (found == id)
            {
                return middle;
            }

            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
