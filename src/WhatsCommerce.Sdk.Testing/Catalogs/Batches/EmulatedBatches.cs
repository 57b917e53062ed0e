using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>The uploaded batches of catalog items (<c>items_batch</c>), with faults for tests.</summary>
/// <remarks>
/// A batch changes the catalog after <see cref="CloudApiEmulatorOptions.ProcessingTime"/>. Thread-safe.
/// <code>
/// cloud.Batches.RefuseItem("apple-1kg", "The image could not be fetched.");   // reported by the status of its batch
/// cloud.Batches.HoldNext();                                                   // the next batch never ends
/// </code>
/// </remarks>
public sealed class EmulatedBatches
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, CatalogBatch> _batches = new(StringComparer.Ordinal);
    private readonly Queue<string> _fates = new();
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private readonly CloudApiEmulatorOptions _options;
    private readonly IdSequence _ids;
    private int _errorSample = 10;

    internal EmulatedBatches(CloudApiEmulatorOptions options, IdSequence ids)
    {
        _options = options;
        _ids = ids;
    }

    /// <summary>
    /// The maximum number of errors, and of warnings, in the status of a batch; the totals count all. 10 unless set; Meta does not document
    /// a number.
    /// </summary>
    public int ErrorSample
    {
        get => Volatile.Read(ref _errorSample);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Volatile.Write(ref _errorSample, value);
        }
    }

    /// <summary>The most recent batches, oldest first.</summary>
    public IReadOnlyList<EmulatedBatch> Items
    {
        get
        {
            CatalogBatch[] batches;
            lock (_gate)
            {
                batches = [.. _batches.Values];
            }

            return
            [
                .. batches.Select(batch =>
                {
                    batch.Catalog.Settle();
                    return new EmulatedBatch
                    {
                        Handle = batch.Handle, CatalogId = batch.Catalog.Id, ItemCount = batch.ItemCount, ErrorCount = batch.Errors.Count,
                        Status = batch.Status,
                    };
                }),
            ];
        }
    }

    /// <summary>Makes an item fail whenever a batch creates or updates it; the status of the batch reports the error.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="message">The error message.</param>
    public void RefuseItem(RetailerId retailerId, string message) => _refused[Existing(retailerId)] = message;

    /// <summary>Accepts an item again.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public void AcceptItem(RetailerId retailerId) => _refused.TryRemove(Existing(retailerId), out _);

    /// <summary>Makes the next batches stay <c>started</c> forever, without any effect.</summary>
    /// <param name="count">The number.</param>
    public void HoldNext(int count = 1) => Decide("", count);

    /// <summary>Makes the next batches end as <c>canceled</c>, without any effect.</summary>
    /// <param name="count">The number.</param>
    public void CancelNext(int count = 1) => Decide("canceled", count);

    /// <summary>Makes the next batches end as <c>error</c>, without any effect.</summary>
    /// <param name="count">The number.</param>
    public void FailNext(int count = 1) => Decide("error", count);

    /// <summary>Resumes the batches that were held.</summary>
    public void ReleaseHeld()
    {
        lock (_gate)
        {
            foreach (CatalogBatch batch in _batches.Values.Where(batch => batch.Fate is { Length: 0 }))
            {
                batch.Fate = null;
            }
        }
    }

    internal string? ProblemOf(string retailerId) => _refused.GetValueOrDefault(retailerId);

    internal CatalogBatch? Find(EmulatedCatalog catalog, string handle)
    {
        lock (_gate)
        {
            return _batches.GetValueOrDefault(handle) is { } batch && batch.Catalog == catalog ? batch : null;
        }
    }

    internal CatalogBatch Begin(EmulatedCatalog catalog, List<ItemChange> changes, bool allowUpsert)
    {
        DateTimeOffset due = _options.TimeProvider.GetUtcNow() + _options.ProcessingTime;
        CatalogBatch batch = new($"Ac{_ids.Next():x}{Random.Shared.NextInt64():x16}", catalog, changes, allowUpsert, due);
        lock (_gate)
        {
            batch.Fate = _fates.TryDequeue(out string? fate) ? fate : null;
        }

        return Begin(batch);
    }

    /// <summary>The batches that have not changed their catalog yet.</summary>
    internal CatalogBatch[] UnderWay()
    {
        lock (_gate)
        {
            return [.. _batches.Values.Where(batch => batch.Status == "started" && batch.Changes.Count > 0)];
        }
    }

    internal CatalogBatch Begin(CatalogBatch batch)
    {
        lock (_gate)
        {
            _batches.Add(batch.Handle, batch);
            if (_batches.Count > _options.HistoryLimit)
            {
                _batches.RemoveAt(0);
            }
        }

        batch.Catalog.Take(batch);
        return batch;
    }

    private void Decide(string fate, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            for (int i = 0; i < count; i++)
            {
                _fates.Enqueue(fate);
            }
        }
    }

    private static string Existing(RetailerId retailerId) =>
        retailerId.Value ?? throw new ArgumentException("The retailer id is absent.", nameof(retailerId));
}
