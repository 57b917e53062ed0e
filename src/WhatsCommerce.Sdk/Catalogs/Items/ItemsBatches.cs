namespace WhatsCommerce.Catalogs;

/// <summary>Posts batches of items, and polls their state. Source: Meta, marketing-api/reference/product-catalog/items_batch.</summary>
internal sealed class ItemsBatches(GraphTransport transport)
{
    private static readonly GraphOperation Write =
        new("write_items", ResponseReader.Of(CatalogsJson.Default.ItemsBatchResponse)) { IfRefused = ICatalogApi.IfRefused };

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private IItemsBatchApi Api => field ??= GraphApi.Create<IItemsBatchApi>(transport, CatalogsJson.Default);

    /// <summary>Posts a batch; idempotent.</summary>
    public Task<ItemsBatchResponse> PostAsync(CatalogId catalog, byte[] body, CancellationToken cancellationToken) =>
        transport.CallAsync<ItemsBatchResponse>(transport.Post(Write, $"{catalog}/items_batch", body), cancellationToken);

    /// <summary>Gets the state once; <see langword="null"/> when Meta does not know the handle, or not yet.</summary>
    public async Task<ItemsBatchStatus?> CheckAsync(CatalogId catalog, string handle, CancellationToken cancellationToken)
    {
        PageResponse<ItemsBatchStatus> response =
            await Api.Check(catalog, handle, withIdsOfInvalidRequests: true, cancellationToken).ConfigureAwait(false);
        return response.Data!.FirstOrDefault(status => status.Handle is null || status.Handle == handle);
    }

    /// <summary>Polls immediately, then with exponential delays, until the batch has finished.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="handle">The handle of the batch.</param>
    /// <param name="maxWait">How long to poll.</param>
    /// <param name="cancellationToken">Cancels the wait; the batch continues.</param>
    /// <returns>The final state, which may contain errors of individual items.</returns>
    /// <exception cref="ItemsBatchFailedException">Meta stopped processing the batch.</exception>
    /// <exception cref="OperationUnfinishedException">It has not ended in time.</exception>
    public async Task<ItemsBatchStatus> AwaitAsync(CatalogId catalog, string handle, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        Waits waits = new(transport.Services.Time, FirstWait, LongestWait, maxWait);
        ItemsBatchStatus? status;
        do
        {
            status = await CheckAsync(catalog, handle, cancellationToken).ConfigureAwait(false);
            if (status?.Status == BatchState.Finished)
            {
                return status;
            }

            if (status?.Status.IsFinal == true)
            {
                string reasons = string.Concat(status.Errors.Select(error => $" {error}"));
                throw new ItemsBatchFailedException(
                    $"Meta ended the batch {handle} with '{status.Status}'.{reasons} Which of its items are written is not known; "
                        + "write them again.",
                    handle,
                    status);
            }
        }
        while (await waits.NextAsync(cancellationToken).ConfigureAwait(false));

        throw waits.Unfinished("The batch", handle,
            $"Its last state was '{status?.Status.ToString() ?? "unknown"}'. Its items may still be written: ask for its state later, "
                + "before writing them again.");
    }
}
