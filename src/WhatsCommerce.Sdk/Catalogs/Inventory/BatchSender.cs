using System.Globalization;
using WhatsCommerce.Http;

namespace WhatsCommerce.Catalogs;

/// <summary>Brings one batch to its end: posts it, waits out throttling, halves it where it is too much, and asks until Meta is done.</summary>
internal sealed class BatchSender(GraphTransport transport, CatalogId catalog, InventoryOptions options, SemaphoreSlim posts)
{
    // Meta tells of a sample of the errors only; each round of sending the others once more tells of another sample.
    private const int MaxExplainingRounds = 20;

    private static readonly TimeSpan FirstThrottleWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestThrottleWait = TimeSpan.FromMinutes(5);

    private int _posted;

    /// <summary>How many requests were made.</summary>
    public int Posted => Volatile.Read(ref _posted);

    /// <summary>Sends a batch.</summary>
    /// <returns>What became of its items: those not named were taken.</returns>
    /// <exception cref="GraphException">Meta refused it as a whole, or could not be reached.</exception>
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
        ItemsBatchAnswer answer;
        try
        {
            answer = await PostAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException exception) when (batch.Count > 1 && IsTooMuch(exception))
        {
            int half = batch.Count / 2;
            await SendAsync(batch.Of(batch.Entries.Take(half)), outcome, cancellationToken).ConfigureAwait(false);
            await SendAsync(batch.Of(batch.Entries.Skip(half)), outcome, cancellationToken).ConfigureAwait(false);
            return;
        }

        int refusedAtOnce = 0;
        foreach (ItemValidationStatus status in answer.ValidationStatus ?? [])
        {
            refusedAtOnce += status.Errors is { Count: > 0 } ? 1 : 0;
            foreach (ItemMessage error in status.Errors ?? [])
            {
                outcome.Refuse(status.RetailerId, error.Message);
            }

            outcome.Warnings.AddRange((status.Warnings ?? []).Select(warning => new ItemProblem { RetailerId = status.RetailerId, Message = warning.Message }));
        }

        if (answer.Handles is not [string handle, ..])
        {
            // No handle is an answer only if nothing is left to wait for.
            if (refusedAtOnce < batch.Count)
            {
                outcome.Unconfirmed.Add(new(null, "Meta took the batch without a handle to ask by.", IdsOf(batch)));
            }

            return;
        }

        try
        {
            Take(await transport.AwaitBatchAsync(catalog, handle, options.MaxBatchWait, cancellationToken).ConfigureAwait(false), batch, outcome);
        }
        catch (ItemsBatchFailedException exception)
        {
            outcome.Unconfirmed.Add(new(handle, exception.Message, IdsOf(batch)));
        }
    }

    private async Task<ItemsBatchAnswer> PostAsync(InventoryBatch batch, CancellationToken cancellationToken)
    {
        TimeProvider time = transport.Services.Time;
        TimeSpan wait = FirstThrottleWait;
        TimeSpan waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                await posts.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    Interlocked.Increment(ref _posted);
                    return await transport.SendIdempotentAsync(CatalogEndpoints.ItemsBatch(catalog), batch.ToBody(), cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    posts.Release();
                }
            }
            catch (GraphThrottledException exception) when (waited < options.MaxThrottleWait)
            {
                // The client has waited as long as one call may; a catalog's own limit counts by the hour.
                TimeSpan pause = exception.RetryAfter is TimeSpan told && told > wait ? told : wait;
                pause = pause < options.MaxThrottleWait - waited ? pause : options.MaxThrottleWait - waited;
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
                waited += pause;
                wait = wait * 2 < LongestThrottleWait ? wait * 2 : LongestThrottleWait;
            }
        }
    }

    private static void Take(ItemsBatchStatus status, InventoryBatch batch, BatchOutcome outcome)
    {
        HashSet<RetailerId> known = [.. batch.Entries.Select(entry => entry.RetailerId)];
        int unnamed = 0;
        foreach (ItemProblem error in status.Errors)
        {
            RetailerId id = error.RetailerId;
            if (!id.HasValue && error.Line is int line && line >= 0 && line < batch.Count)
            {
                id = batch.Entries[line].RetailerId;
            }

            if (known.Contains(id))
            {
                outcome.Refuse(id, error.Message);
            }
            else
            {
                unnamed++;
            }
        }

        foreach (RetailerId id in status.IdsOfInvalidRequests.Where(known.Contains))
        {
            outcome.Refuse(id, reason: null);
        }

        outcome.Warnings.AddRange(status.Warnings);
        int notShown = Math.Max(0, (status.ErrorsTotalCount ?? 0) - status.Errors.Count) + unnamed;
        if (notShown > 0 && status.IdsOfInvalidRequests.Count == 0)
        {
            outcome.Unconfirmed.Add(new(
                status.Handle,
                string.Create(CultureInfo.InvariantCulture, $"Meta counts {notShown} errors of which it does not say whose they are."),
                [.. known.Where(id => !outcome.Refused.ContainsKey(id))]));
        }
    }

    // Each round sends what is refused and not explained; it ends when that tells nothing new.
    private async Task ExplainAsync(InventoryBatch batch, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MaxExplainingRounds; round++)
        {
            List<InventoryBatch.Entry> open =
                [.. batch.Entries.Where(entry => outcome.Refused.TryGetValue(entry.RetailerId, out List<string>? reasons) && reasons.Count == 0)];
            if (open.Count == 0)
            {
                return;
            }

            BatchOutcome again = new();
            await SendAsync(batch.Of(open), again, cancellationToken).ConfigureAwait(false);
            if (again.Unconfirmed.Count > 0 || again.Refused.Values.All(reasons => reasons.Count == 0))
            {
                return;
            }

            foreach (InventoryBatch.Entry entry in open)
            {
                if (!again.Refused.TryGetValue(entry.RetailerId, out List<string>? reasons))
                {
                    outcome.Accept(entry.RetailerId);
                    continue;
                }

                reasons.ForEach(reason => outcome.Refuse(entry.RetailerId, reason));
            }
        }
    }

    private static IReadOnlyList<RetailerId> IdsOf(InventoryBatch batch) => [.. batch.Entries.Select(entry => entry.RetailerId)];

    // Code 1 with this sentence is documented for a sibling of the endpoint: the batch is to be smaller. Source: Meta, localized_items_batch.
    private static bool IsTooMuch(GraphException exception) => exception.Error is { Code: 1 } error
        && error.Message?.Contains("reduce the amount of data", StringComparison.OrdinalIgnoreCase) == true;
}
