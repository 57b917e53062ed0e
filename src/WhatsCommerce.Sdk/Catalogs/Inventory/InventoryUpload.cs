namespace WhatsCommerce.Catalogs;

/// <summary>One upload: reads the source, fills batches, and sends some of them concurrently. The ledger records their results.</summary>
/// <remarks>
/// Only this class's own task reads the source and fills batches; the batches in flight share nothing with it but the ledger.
/// </remarks>
internal sealed class InventoryUpload : IDisposable
{
    private readonly InventoryOptions _options;
    private readonly CatalogId _catalog;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly BatchSender _sender;
    private readonly SemaphoreSlim _posts;
    private readonly SemaphoreSlim _inFlight;
    private readonly CancellationTokenSource _stop;
    private readonly SourceFingerprint? _fingerprint;
    private readonly CheckpointKeeper _checkpoint;
    private readonly UploadLedger _ledger = new();
    private readonly Lock _telling = new();
    private readonly List<Task> _running = [];

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;
    private readonly HashSet<RetailerId> _sent = [];
    private readonly VariantsSeen _variants = new();

    // The batches that are being filled: one for upserts, one for updates that must not insert.
    private readonly InventoryBatch?[] _open = new InventoryBatch?[2];

    public InventoryUpload(
        ItemsBatches batches, TimeProvider time, CatalogId catalog, InventoryOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _catalog = catalog;
        _time = time;
        _started = _time.GetTimestamp();
        _posts = new(options.MaxConcurrentPosts);
        _inFlight = new(options.MaxBatchesInFlight);
        _sender = new(batches, time, catalog, options, _posts);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _fingerprint = options.Checkpoint is null ? null : new();
        _checkpoint = new(options.Checkpoint, catalog, _ledger);
        _writer = InventoryBatch.CreateWriter(_buffer);
    }

    public async Task<InventoryReport> RunAsync(Func<IAsyncEnumerable<CatalogChange>> source, CancellationToken cancellationToken)
    {
        UploadCheckpoint earlier = await _checkpoint.LoadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!await ReadAsync(source(), earlier).ConfigureAwait(false))
            {
                // The source differs from the one of the checkpoint, so the earlier run does not count.
                _sent.Clear();
                _variants.Clear();
                _fingerprint!.Reset();
                _ledger.BeginAnew();
                await ReadAsync(source(), new()).ConfigureAwait(false);
            }

            await FlushAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The source belongs to the caller; whatever it throws, the batches in flight are completed first.
            _ledger.Fail(exception);
        }

        await Task.WhenAll(_running).ConfigureAwait(false);
        return await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _fingerprint?.Dispose();
        _checkpoint.Dispose();
        _stop.Dispose();
        _posts.Dispose();
        _inFlight.Dispose();
    }

    /// <returns>False when the source does not begin with the changes that an earlier run completed.</returns>
    private async Task<bool> ReadAsync(IAsyncEnumerable<CatalogChange> source, UploadCheckpoint earlier)
    {
        HashSet<long> notSent =
            [.. earlier.Rejected.Where(item => item.Stage == RejectionStage.BeforeSending).Select(item => item.Position)];
        long place = 0;
        await foreach (CatalogChange? change in source.WithCancellation(_stop.Token).ConfigureAwait(false))
        {
            _stop.Token.ThrowIfCancellationRequested();
            ReadOnlyMemory<byte> json = change is null ? default : InventoryBatch.Write(change, _buffer, _writer);
            if (place >= earlier.Position)
            {
                await TakeAsync(change, json, place).ConfigureAwait(false);
            }
            else if (change is not null && !notSent.Contains(place))
            {
                _sent.Add(change.RetailerId);
                _variants.Add(change);
            }

            // Added last, so that a batch that was opened for this change knows the hash of all changes before it.
            _fingerprint?.Add(json.Span);
            _ledger.Read();
            place++;
            if (place == earlier.Position)
            {
                if (earlier.Fingerprint != _fingerprint!.ToString())
                {
                    return false;
                }

                _ledger.Resume(earlier);
            }
        }

        // A source that ends before that position is a different one too.
        _stop.Token.ThrowIfCancellationRequested();
        return place >= earlier.Position;
    }

    private async ValueTask TakeAsync(CatalogChange? change, ReadOnlyMemory<byte> json, long place)
    {
        if (change is null)
        {
            // A null item does not stop the others.
            _ledger.Reject(new()
            {
                Position = place,
                Stage = RejectionStage.BeforeSending,
                Reasons = ["The source gives null here: give an item, or leave it out."],
            });
            return;
        }

        List<string> reasons = [.. change.Validate().Select(violation => violation.ToString())];
        if (reasons.Count == 0 && json.Length > _options.MaxBatchBytes / 2)
        {
            reasons.Add(string.Create(
                CultureInfo.InvariantCulture, $"It takes {json.Length} bytes, more than half of what a whole batch may have. Shorten it."));
        }

        if (reasons.Count == 0 && !_sent.Contains(change.RetailerId) && _variants.Contains(change))
        {
            reasons.Add(VariantsSeen.Reason);
        }

        if (reasons.Count == 0 && !_sent.Add(change.RetailerId))
        {
            // Batches are sent concurrently, so it is not certain which of two changes would be applied last.
            reasons.Add("The source has this retailer id once more, before: the first one was sent, and this one left out.");
        }

        if (reasons.Count > 0)
        {
            _ledger.Reject(new()
            {
                RetailerId = change.RetailerId,
                Position = place,
                Stage = RejectionStage.BeforeSending,
                Reasons = reasons
            });
            return;
        }

        _variants.Add(change);
        int kind = change.Kind == CatalogChangeKind.Update ? 1 : 0;
        if (_open[kind]?.HasRoomFor(json.Length, _options) == false)
        {
            await StartAsync(kind).ConfigureAwait(false);
        }

        // A rarely used batch must not hold the checkpoint back forever.
        if (_open[1 - kind] is { } other && place - other.Position >= (long)_options.MaxBatchItems * _options.MaxBatchesInFlight)
        {
            await StartAsync(1 - kind).ConfigureAwait(false);
        }

        Add(kind, change.RetailerId, json.Span, place);
    }

    private void Add(int kind, RetailerId id, ReadOnlySpan<byte> json, long place)
    {
        if (_open[kind] is null)
        {
            _open[kind] = new(place, place == 0 ? null : _fingerprint?.ToString(), allowUpsert: kind == 0);
            _ledger.Open(_open[kind]!);
        }

        _open[kind]!.Add(id, place, json);
    }

    private async Task FlushAsync()
    {
        for (int kind = 0; kind < _open.Length; kind++)
        {
            await StartAsync(kind).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(int kind)
    {
        if (_open[kind] is not { } batch)
        {
            return;
        }

        // The source waits here while the maximum number of batches is in flight.
        _open[kind] = null;
        await _inFlight.WaitAsync(_stop.Token).ConfigureAwait(false);
        _running.RemoveAll(task => task.IsCompleted);

        // Not cancelled before it starts: it must report the result of the batch in any case.
        _running.Add(Task.Run(() => SendAsync(batch), CancellationToken.None));
    }

    private async Task SendAsync(InventoryBatch batch)
    {
        try
        {
            _ledger.Settle(batch, await _sender.SendAsync(batch, _stop.Token).ConfigureAwait(false));
            await _checkpoint.SaveAsync(_stop.Token).ConfigureAwait(false);
            Tell();
        }
        catch (Exception exception)
        {
            // The first failure ends the upload, and is thrown when all batches have ended. Whatever stopped one batch stops the others
            // too: no permission, no network, rate limit reached.
            _ledger.Fail(exception);
            await _stop.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            batch.Release();
            _inFlight.Release();
        }
    }

    private void Tell()
    {
        if (_options.Progress is null)
        {
            return;
        }

        // One at a time, so that no report has less progress than the previous one.
        lock (_telling)
        {
            _options.Progress.Report(_ledger.ToProgress(_time.GetElapsedTime(_started)));
        }
    }

    private async Task<InventoryReport> FinishAsync(CancellationToken cancellationToken)
    {
        InventoryReport report = _ledger.ToReport(_sender.Posted, _time.GetElapsedTime(_started));
        if (_ledger.Failure is null && report.Unconfirmed.Count == 0)
        {
            await _checkpoint.ClearAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            try
            {
                // Also after cancellation by the caller: it is quick, and saves the next run from sending much twice.
                await _checkpoint.SaveLastAsync(_fingerprint, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception) when (_ledger.Failure is not null)
            {
                // The first failure is the one to throw; the previous checkpoint is still valid.
            }
        }

        if (_ledger.Failure is not Exception failure)
        {
            return report;
        }

        cancellationToken.ThrowIfCancellationRequested();
        string resume = _options.Checkpoint is null
            ? "Begin it again: what is in the catalog already is written once more, which changes nothing."
            : "Run it again with the same checkpoint: it resumes where it ended.";
        throw new InventoryUploadException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The upload into the catalog {_catalog} ended early: {report.Accepted} of {Plural.Of(report.Read, "item")} read so "
                    + $"far accepted, {report.Rejected.Count} rejected. {failure.Message} {resume}"),
            report,
            failure);
    }
}
