namespace WhatsCommerce.Catalogs;

/// <summary>
/// Completes one batch: posts it, waits when throttled, splits it when it is too large, and polls until Meta has finished.
/// </summary>
internal sealed class BatchSender(ItemsBatches batches, TimeProvider time, CatalogId catalog, InventoryOptions options, SemaphoreSlim posts)
{
    // Meta counts the calls; a batch in which nearly every item is wrong is not worth more of them.
    private const int MaxExplainingPosts = 50;

    private static readonly TimeSpan FirstThrottleWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestThrottleWait = TimeSpan.FromMinutes(5);

    private int _posted;

    /// <summary>The number of requests.</summary>
    public int Posted => Volatile.Read(ref _posted);

    /// <summary>Sends a batch.</summary>
    /// <returns>The results of its items: items without a result were accepted.</returns>
    /// <exception cref="GraphException">Meta rejected the batch as a whole, or could not be reached.</exception>
    public async Task<BatchOutcome> SendAsync(InventoryBatch batch, CancellationToken cancellationToken)
    {
        BatchOutcome outcome = new();
        await SendAsync(batch, outcome, cancellationToken).ConfigureAwait(false);
        if (options.ExplainRejections)
        {
            await ExplainAsync(batch, outcome, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task SendAsync(InventoryBatch batch, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        ItemsBatchResponse response;
        try
        {
            response = await PostAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphInvalidRequestException exception) when (exception.IsTooMuchData)
        {
            if (batch.Count == 1)
            {
                outcome.Refuse(batch.Entries[0].RetailerId, exception.Error?.Message ?? exception.Message);
                return;
            }

            int half = batch.Count / 2;
            await SendAsync(batch.Of(batch.Entries.Take(half)), outcome, cancellationToken).ConfigureAwait(false);
            await SendAsync(batch.Of(batch.Entries.Skip(half)), outcome, cancellationToken).ConfigureAwait(false);
            return;
        }

        string? unnamed = null;
        foreach (ItemValidationStatus judged in response.ValidationStatus ?? [])
        {
            foreach (ItemMessage error in judged.Errors ?? [])
            {
                if (!TryRefuse(batch, outcome, judged.RetailerId, error.Message))
                {
                    unnamed ??= error.Message ?? "Meta names no reason.";
                }
            }

            outcome.Warnings.AddRange((judged.Warnings ?? []).Select(warning => new ItemProblem
            {
                RetailerId = judged.RetailerId,
                Message = warning.Message
            }));
        }

        if (unnamed is not null)
        {
            outcome.Doubt(
                null, $"Meta has something against an item of which it does not say which it is: {unnamed}", IdsOf(batch, outcome));
        }

        if (response.Handles is not [string handle, ..])
        {
            // A response without a handle is complete only if no item is left to wait for.
            if (unnamed is null && batch.Entries.Any(entry => !outcome.Refused.ContainsKey(entry.RetailerId)))
            {
                outcome.Doubt(null, "Meta took the batch without a handle to ask by.", IdsOf(batch, outcome));
            }

            return;
        }

        try
        {
            ItemsBatchStatus status = await WaitOutAsync(
                () => batches.AwaitAsync(catalog, handle, options.MaxBatchWait, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            Take(status, batch, outcome);
        }
        catch (Exception exception) when (exception is ItemsBatchFailedException or OperationUnfinishedException)
        {
            outcome.Doubt(handle, exception.Message, IdsOf(batch, outcome));
        }
    }

    private async Task<ItemsBatchResponse> PostAsync(InventoryBatch batch, CancellationToken cancellationToken)
    {
        // A throttled batch keeps its slot while it waits: other batches would be throttled as well.
        await posts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            byte[] body = batch.ToBody();
            return await WaitOutAsync(
                () =>
                {
                    Interlocked.Increment(ref _posted);
                    return batches.PostAsync(catalog, body, cancellationToken);
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            posts.Release();
        }
    }

    // The client itself waits only as long as one call may take; a catalog's limit counts by the hour.
    private async Task<T> WaitOutAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        TimeSpan left = options.MaxThrottleWait;
        TimeSpan wait = FirstThrottleWait;
        while (true)
        {
            TimeSpan pause;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (GraphThrottledException exception)
                when ((pause = exception.RetryAfter > wait ? exception.RetryAfter.Value : wait) <= left)
            {
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            left -= pause;
            wait = wait * 2 < LongestThrottleWait ? wait * 2 : LongestThrottleWait;
        }
    }

    private static void Take(ItemsBatchStatus status, InventoryBatch batch, BatchOutcome outcome)
    {
        int unnamed = status.Errors.Count(error => !TryRefuse(batch, outcome, error.RetailerId, error.Message));

        foreach (RetailerId id in status.InvalidItems.Where(batch.Has))
        {
            outcome.Refuse(id, reason: null);
        }

        outcome.SampleSize = Math.Max(outcome.SampleSize, status.Errors.Count);
        outcome.Warnings.AddRange(status.Warnings);
        int notShown = Math.Max(0, (status.ErrorCount ?? 0) - status.Errors.Count) + unnamed;
        if (notShown > 0 && status.InvalidItems.Count == 0)
        {
            outcome.Doubt(
                status.Handle,
                $"Meta reports {Plural.Of(notShown, "more error")} without naming the items.",
                IdsOf(batch, outcome));
        }
    }

    // Matched by id only: whether lines are counted from 0 or 1 is not documented.
    private static bool TryRefuse(InventoryBatch batch, BatchOutcome outcome, RetailerId named, string? reason)
    {
        RetailerId id = named.HasValue || batch.Count > 1 ? named : batch.Entries[0].RetailerId;
        if (batch.Has(id))
        {
            outcome.Refuse(id, reason);
            return true;
        }

        return false;
    }

    // A status lists only a sample of the errors. When the items are sent again in batches of at most that size, each gets its own error.
    private async Task ExplainAsync(InventoryBatch batch, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        List<InventoryBatch.Entry> open =
            [.. batch.Entries.Where(
                entry => outcome.Refused.TryGetValue(entry.RetailerId, out List<string>? reasons) && reasons.Count == 0)];
        if (open.Count == 0 || outcome.SampleSize == 0)
        {
            return;
        }

        InventoryBatch[] parts = [.. open.Chunk(outcome.SampleSize).Take(MaxExplainingPosts).Select(batch.Of)];
        BatchOutcome[] again = new BatchOutcome[parts.Length];
        await Task.WhenAll(parts.Select(async (part, i) =>
        {
            again[i] = new();
            try
            {
                await SendAsync(part, again[i], cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException)
            {
                // The rejection itself is known; missing reasons do not end the upload.
                again[i].Doubt(null, "", IdsOf(part, again[i]));
            }
        })).ConfigureAwait(false);
        foreach ((InventoryBatch part, BatchOutcome told) in parts.Zip(again))
        {
            foreach (RetailerId id in part.Entries.Select(entry => entry.RetailerId))
            {
                if (told.Refused.TryGetValue(id, out List<string>? reasons))
                {
                    reasons.ForEach(reason => outcome.Refuse(id, reason));
                }
                else if (told.Unconfirmed.Count == 0)
                {
                    outcome.Accept(id);
                }
            }
        }
    }

    private static IReadOnlyList<RetailerId> IdsOf(InventoryBatch batch, BatchOutcome without) =>
        [.. batch.Entries.Select(entry => entry.RetailerId).Where(id => !without.Refused.ContainsKey(id))];
}
