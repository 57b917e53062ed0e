using System.Globalization;
using WhatsCommerce.Http;

namespace WhatsCommerce.Catalogs;

/// <summary>Asks how far a batch is until it has ended.</summary>
internal static class ItemsBatchPolling
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>Asks once; <see langword="null"/> when Meta knows nothing of the handle, or not yet.</summary>
    public static async Task<ItemsBatchStatus?> CheckBatchAsync(
        this GraphTransport transport, CatalogId catalog, string handle, CancellationToken cancellationToken)
    {
        PageAnswer<ItemsBatchStatus> answer =
            await transport.SendIdempotentAsync(CatalogEndpoints.BatchStatus(catalog, handle), body: null, cancellationToken).ConfigureAwait(false);
        return answer.Data!.FirstOrDefault(status => status.Handle is null || status.Handle == handle);
    }

    /// <summary>Asks at once, then after waits that double, until the batch has finished.</summary>
    /// <param name="transport">The way to the API.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="handle">The handle of the batch.</param>
    /// <param name="maxWait">For how long to ask.</param>
    /// <param name="cancellationToken">Gives the waiting up; the batch goes on.</param>
    /// <returns>The end, which may hold errors of single items.</returns>
    /// <exception cref="ItemsBatchFailedException">Meta gave it up, or it has not ended in time.</exception>
    public static async Task<ItemsBatchStatus> AwaitBatchAsync(
        this GraphTransport transport, CatalogId catalog, string handle, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        TimeProvider time = transport.Services.Time;
        long started = time.GetTimestamp();
        TimeSpan wait = FirstWait;
        while (true)
        {
            ItemsBatchStatus? status = await transport.CheckBatchAsync(catalog, handle, cancellationToken).ConfigureAwait(false);
            if (status?.Status == BatchState.Finished)
            {
                return status;
            }

            if (status?.Status.IsFinal == true)
            {
                string reasons = string.Concat(status.Errors.Select(error => $" {error}"));
                throw new ItemsBatchFailedException(
                    $"Meta ended the batch {handle} with '{status.Status}'.{reasons} Which of its items are written is not known; write them again.", handle, status);
            }

            if (time.GetElapsedTime(started) + wait > maxWait)
            {
                throw new ItemsBatchFailedException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The batch {handle} has not ended within {maxWait:c}; its last state was '{status?.Status.ToString() ?? "unknown"}'. Its items may still be written: ask for its state later, before writing them again."),
                    handle,
                    status);
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }
}
