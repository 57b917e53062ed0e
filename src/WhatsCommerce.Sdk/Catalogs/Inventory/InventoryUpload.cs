using System.Buffers;
using System.Globalization;
using System.Text.Json;
using WhatsCommerce.Http;

namespace WhatsCommerce.Catalogs;

/// <summary>One upload: reads the source once, fills batches, keeps some of them on their way, and remembers how far all of that is.</summary>
/// <remarks>
/// <para>Only this class's own task reads the source and fills batches. What the batches on their way report comes together under one lock.</para>
/// <para>The position that a checkpoint remembers is the first change of the first batch that is not settled: behind it, some may be done
/// already, and are sent once more by the next run. That changes nothing, since each change sets a state.</para>
/// </remarks>
internal sealed class InventoryUpload : IDisposable
{
    private readonly InventoryOptions _options;
    private readonly CatalogId _catalog;
    private readonly TimeProvider _time;
    private readonly BatchSender _sender;
    private readonly SemaphoreSlim _posts;
    private readonly SemaphoreSlim _inFlight;
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly CancellationTokenSource _stop;
    private readonly SourceFingerprint? _fingerprint;
    private readonly long _started;

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;
    private readonly HashSet<RetailerId> _seen = [];

    // The batches that are being filled: one for changes that may insert, one for those that must not.
    private readonly InventoryBatch?[] _open = new InventoryBatch?[2];

    private readonly Lock _gate = new();
    private readonly List<InventoryBatch> _unsettled = [];
    private readonly List<RejectedItem> _rejected = [];
    private readonly List<ItemProblem> _warnings = [];
    private readonly List<UnconfirmedBatch> _unconfirmed = [];
    private readonly List<Task> _running = [];
    private UploadCheckpoint _earlier = new();
    private long _read;
    private long _resumed;
    private long _accepted;
    private Exception? _failure;

    public InventoryUpload(GraphTransport transport, CatalogId catalog, InventoryOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _catalog = catalog;
        _time = transport.Services.Time;
        _started = _time.GetTimestamp();
        _posts = new(options.MaxConcurrentPosts);
        _inFlight = new(options.MaxBatchesInFlight);
        _sender = new(transport, catalog, options, _posts);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _fingerprint = options.Checkpoint is null ? null : new();
        _writer = InventoryBatch.CreateWriter(_buffer);
    }

    public async Task<InventoryReport> RunAsync(Func<IAsyncEnumerable<CatalogChange>> source, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            bool begunAnew = !await ReadAsync(source(), cancellationToken).ConfigureAwait(false);
            if (begunAnew)
            {
                // The source gives other changes than those that an earlier run settled: nothing of it holds any more.
                BeginAnew();
                await ReadAsync(source(), cancellationToken).ConfigureAwait(false);
            }

            await FlushAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The source is the caller's; whatever it throws, what is on its way is seen to its end first.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= exception;
            }

            await _stop.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(_running).ConfigureAwait(false);
        return await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _fingerprint?.Dispose();
        _stop.Dispose();
        _posts.Dispose();
        _inFlight.Dispose();
        _saving.Dispose();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_options.Checkpoint is not null
            && await _options.Checkpoint.LoadAsync(cancellationToken).ConfigureAwait(false) is { Position: > 0 } earlier
            && earlier.CatalogId == _catalog.Value)
        {
            _earlier = earlier;
        }
    }

    private void BeginAnew()
    {
        _earlier = new();
        _seen.Clear();
        _read = 0;
        _fingerprint!.Reset();
    }

    /// <returns>False when the changes that an earlier run settled are not those that the source begins with.</returns>
    private async Task<bool> ReadAsync(IAsyncEnumerable<CatalogChange> source, CancellationToken cancellationToken)
    {
        await foreach (CatalogChange change in source.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            long place = _read;
            string? before = place == 0 || _fingerprint is null ? null : _fingerprint.ToString();
            ReadOnlyMemory<byte> json = InventoryBatch.Write(change, _buffer, _writer);
            _fingerprint?.Add(json.Span);
            Interlocked.Increment(ref _read);
            if (place < _earlier.Position)
            {
                _seen.Add(change.RetailerId);
                if (place + 1 == _earlier.Position && !TakeOver())
                {
                    return false;
                }

                continue;
            }

            if (Refuse(change, json.Length, place) is RejectedItem rejected)
            {
                lock (_gate)
                {
                    _rejected.Add(rejected);
                }
            }
            else
            {
                await AddAsync(change, json, place, before).ConfigureAwait(false);
            }
        }

        // A source that ends before that is another one too.
        cancellationToken.ThrowIfCancellationRequested();
        return _read >= _earlier.Position;
    }

    private bool TakeOver()
    {
        if (_earlier.Fingerprint != _fingerprint!.ToString())
        {
            return false;
        }

        lock (_gate)
        {
            _resumed = _earlier.Position;
            _accepted = _earlier.Accepted;
            _rejected.AddRange(_earlier.Rejected);
        }

        return true;
    }

    private RejectedItem? Refuse(CatalogChange change, int bytes, long place)
    {
        List<string> reasons = [.. change.Validate().Select(violation => violation.ToString())];
        if (reasons.Count == 0 && bytes > _options.MaxBatchBytes / 2)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"It takes {bytes} bytes, more than half of what a whole batch may have. Shorten it."));
        }

        if (change.RetailerId.HasValue && !_seen.Add(change.RetailerId))
        {
            // Which of two would come last is not certain, as batches are sent side by side.
            reasons.Add("The source has this retailer id once more, before: the first one was taken, and this one left out.");
        }

        return reasons.Count == 0
            ? null
            : new RejectedItem { RetailerId = change.RetailerId, Position = place, Stage = RejectionStage.BeforeSending, Reasons = reasons };
    }

    private async Task AddAsync(CatalogChange change, ReadOnlyMemory<byte> json, long place, string? fingerprint)
    {
        bool allowUpsert = change.Kind != CatalogChangeKind.Update;
        ref InventoryBatch? open = ref _open[allowUpsert ? 0 : 1];
        if (open is not null && !open.HasRoomFor(json.Length, _options))
        {
            InventoryBatch full = open;
            open = null;
            await StartAsync(full).ConfigureAwait(false);
        }

        AddToOpen(change.RetailerId, json.Span, place, fingerprint, allowUpsert);
    }

    private void AddToOpen(RetailerId id, ReadOnlySpan<byte> json, long place, string? fingerprint, bool allowUpsert)
    {
        ref InventoryBatch? open = ref _open[allowUpsert ? 0 : 1];
        if (open is null)
        {
            open = new(place, fingerprint, allowUpsert);
            lock (_gate)
            {
                _unsettled.Add(open);
            }
        }

        open.Add(id, place, json);
    }

    private async Task FlushAsync()
    {
        for (int i = 0; i < _open.Length; i++)
        {
            if (_open[i] is InventoryBatch last)
            {
                _open[i] = null;
                await StartAsync(last).ConfigureAwait(false);
            }
        }
    }

    private async Task StartAsync(InventoryBatch batch)
    {
        // Here the source waits while as many batches as may be are on their way.
        await _inFlight.WaitAsync(_stop.Token).ConfigureAwait(false);
        _running.RemoveAll(task => task.IsCompleted);
        
        // Not cancelled before it begins: it reports what became of the batch in any case.
        _running.Add(Task.Run(() => SendAsync(batch), CancellationToken.None));
    }

    private async Task SendAsync(InventoryBatch batch)
    {
        try
        {
            BatchOutcome outcome = await _sender.SendAsync(batch, _stop.Token).ConfigureAwait(false);
            Settle(batch, outcome);
            await SaveAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The first failure ends the upload, and is thrown once all has come to an end.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= exception;
            }

            await _stop.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            _inFlight.Release();
        }

        Tell();
    }

    private void Settle(InventoryBatch batch, BatchOutcome outcome)
    {
        lock (_gate)
        {
            HashSet<RetailerId> unknown = [.. outcome.Unconfirmed.SelectMany(unconfirmed => unconfirmed.Items)];
            foreach (InventoryBatch.Entry entry in batch.Entries)
            {
                if (outcome.Refused.TryGetValue(entry.RetailerId, out List<string>? reasons))
                {
                    _rejected.Add(new()
                    {
                        RetailerId = entry.RetailerId,
                        Position = entry.Place,
                        Stage = RejectionStage.ByMeta,
                        Reasons = reasons.Count > 0 ? reasons : ["Meta refused it, and tells the reasons of a sample only, in which it is not."],
                    });
                }
                else if (!unknown.Contains(entry.RetailerId))
                {
                    _accepted++;
                }
            }

            _warnings.AddRange(outcome.Warnings);
            _unconfirmed.AddRange(outcome.Unconfirmed);

            // What is not confirmed stays open, so that a later run sends it once more.
            if (outcome.Unconfirmed.Count == 0)
            {
                _unsettled.Remove(batch);
            }
        }
    }

    private async Task SaveAsync()
    {
        if (_options.Checkpoint is null)
        {
            return;
        }

        await _saving.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            UploadCheckpoint? checkpoint = ToCheckpoint();
            if (checkpoint is not null)
            {
                await _options.Checkpoint.SaveAsync(checkpoint, _stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    private UploadCheckpoint? ToCheckpoint()
    {
        lock (_gate)
        {
            // Where nothing is open, the next batch will be, and says what came before it.
            if (_unsettled.MinBy(batch => batch.Position) is not { Position: > 0 } first)
            {
                return null;
            }

            List<RejectedItem> rejected = [.. _rejected.Where(item => item.Position < first.Position)];
            return new()
            {
                CatalogId = _catalog.Value,
                Position = first.Position,
                Fingerprint = first.Fingerprint,
                Accepted = first.Position - rejected.Count,
                Rejected = rejected,
            };
        }
    }

    private void Tell()
    {
        if (_options.Progress is null)
        {
            return;
        }

        InventoryProgress progress;
        lock (_gate)
        {
            progress = new(
                Interlocked.Read(ref _read), _accepted, _rejected.Count, _options.MaxBatchesInFlight - _inFlight.CurrentCount, _time.GetElapsedTime(_started));
        }

        _options.Progress.Report(progress);
    }

    private async Task<InventoryReport> FinishAsync(CancellationToken cancellationToken)
    {
        InventoryReport report = new()
        {
            Read = _read,
            Accepted = _accepted,
            Rejected = [.. _rejected.OrderBy(item => item.Position)],
            Warnings = _warnings,
            Unconfirmed = _unconfirmed,
            Resumed = _resumed,
            Batches = _sender.Posted,
            Elapsed = _time.GetElapsedTime(_started),
        };
        if (_failure is null)
        {
            if (_options.Checkpoint is not null && report.Unconfirmed.Count == 0)
            {
                await _options.Checkpoint.ClearAsync(cancellationToken).ConfigureAwait(false);
            }

            Tell();
            return report;
        }

        cancellationToken.ThrowIfCancellationRequested();
        string resume = _options.Checkpoint is null
            ? "Begin it again: what is in the catalog already is written once more, which changes nothing."
            : "Run it again with the same checkpoint: it goes on where it ended.";
        throw new InventoryUploadException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The upload into the catalog {_catalog} ended early: {report.Accepted} items were taken, {report.Rejected.Count} refused, of {report.Read} that were read. {_failure.Message} {resume}"),
            report,
            _failure);
    }
}
