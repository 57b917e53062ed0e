namespace WhatsCommerce.Catalogs;

/// <summary>The bookkeeping of an upload: the open batches, the results of the changes, and where a later run resumes.</summary>
/// <remarks>
/// <para>Batches complete concurrently; their results are collected here, under one lock.</para>
/// <para>A later run resumes at the first change of the first incomplete batch. Changes after it that are already done are sent again,
/// which is idempotent, since each change sets a state.</para>
/// </remarks>
internal sealed class UploadLedger
{
    private static readonly IReadOnlyList<string> NoReasonTold =
        ["Meta refused it, and tells the reasons of a sample only, in which it is not."];

    private readonly Lock _gate = new();
    private readonly List<InventoryBatch> _unsettled = [];
    private readonly List<RejectedItem> _rejected = [];
    private readonly List<ItemProblem> _warnings = [];
    private readonly List<UnconfirmedBatch> _unconfirmed = [];
    private Exception? _failure;
    private long _read;
    private long _resumed;
    private long _accepted;

    /// <summary>The first failure.</summary>
    public Exception? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>Counts a change that was read.</summary>
    public void Read()
    {
        lock (_gate)
        {
            _read++;
        }
    }

    /// <summary>Marks the changes read so far as completed by an earlier run.</summary>
    public void Resume(UploadCheckpoint earlier)
    {
        lock (_gate)
        {
            _resumed = earlier.Position;
            _accepted = earlier.Accepted;
            _rejected.AddRange(earlier.Rejected);
        }
    }

    /// <summary>Restarts, because the source is read again from its beginning.</summary>
    public void BeginAnew()
    {
        lock (_gate)
        {
            _read = 0;
        }
    }

    public void Reject(RejectedItem item)
    {
        lock (_gate)
        {
            _rejected.Add(item);
        }
    }

    /// <summary>Adds a batch that is being filled.</summary>
    public void Open(InventoryBatch batch)
    {
        lock (_gate)
        {
            _unsettled.Add(batch);
        }
    }

    /// <summary>Records the result of a batch.</summary>
    public void Settle(InventoryBatch batch, BatchOutcome outcome)
    {
        HashSet<RetailerId> unknown = [.. outcome.Unconfirmed.SelectMany(unconfirmed => unconfirmed.Items)];
        lock (_gate)
        {
            foreach (InventoryBatch.Entry entry in batch.Entries)
            {
                if (outcome.Refused.TryGetValue(entry.RetailerId, out List<string>? reasons))
                {
                    _rejected.Add(new()
                    {
                        RetailerId = entry.RetailerId,
                        Position = entry.Place,
                        Stage = RejectionStage.ByMeta,
                        Reasons = reasons.Count > 0 ? reasons : NoReasonTold,
                    });
                }
                else if (!unknown.Contains(entry.RetailerId))
                {
                    _accepted++;
                }
            }

            _warnings.AddRange(outcome.Warnings);
            _unconfirmed.AddRange(outcome.Unconfirmed);

            // An unconfirmed batch stays open, so that a later run sends it again.
            if (outcome.Unconfirmed.Count == 0)
            {
                _unsettled.Remove(batch);
            }
        }
    }

    public void Fail(Exception exception)
    {
        lock (_gate)
        {
            _failure ??= exception;
        }
    }

    /// <summary>
    /// Creates the checkpoint from which a later run resumes; <see langword="null"/> when that is the beginning, or not certain.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="fingerprint">The hash of all changes, when the source was read to its end: then no batch is open.</param>
    public UploadCheckpoint? ToCheckpoint(CatalogId catalog, string? fingerprint = null)
    {
        lock (_gate)
        {
            (long position, string? before) = _unsettled.MinBy(batch => batch.Position) is { } first
                ? (first.Position, first.Fingerprint)
                : (_read, fingerprint);
            if (position == 0 || before is null)
            {
                return null;
            }

            List<RejectedItem> rejected = [.. _rejected.Where(item => item.Position < position)];
            return new()
            {
                CatalogId = catalog.Value,
                Position = position,
                Fingerprint = before,
                Accepted = position - rejected.Count,
                Rejected = rejected,
            };
        }
    }

    public InventoryProgress ToProgress(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return new() { Read = _read, Accepted = _accepted, Rejected = _rejected.Count, Resumed = _resumed, Elapsed = elapsed };
        }
    }

    public InventoryReport ToReport(int batches, TimeSpan elapsed)
    {
        lock (_gate)
        {
            return new()
            {
                Read = _read,
                Accepted = _accepted,
                Rejected = [.. _rejected.OrderBy(item => item.Position)],
                Warnings = [.. _warnings],
                Unconfirmed = [.. _unconfirmed],
                Resumed = _resumed,
                Batches = batches,
                Elapsed = elapsed,
            };
        }
    }
}
