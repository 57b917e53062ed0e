namespace WhatsCommerce.Catalogs;

/// <summary>
/// The exception that is thrown when Meta stops processing a batch of items. Which of its items were written is unknown; they may be
/// written again.
/// </summary>
public sealed class ItemsBatchFailedException : WhatsCommerceException
{
    internal ItemsBatchFailedException(string message, string? handle, ItemsBatchStatus? status)
        : base(message)
    {
        Handle = handle;
        Status = status;
    }

    /// <summary>
    /// The handle of the batch, to ask again by with <see cref="ProductsClient.FindBatchAsync"/>; <see langword="null"/> when Meta gave
    /// none.
    /// </summary>
    public string? Handle { get; }

    /// <summary>Gets the last known state; <see langword="null"/> if Meta did not know the batch.</summary>
    public ItemsBatchStatus? Status { get; }
}
