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
    /// Gets the handle of the batch, for <see cref="ProductsClient.FindBatchAsync"/>; <see langword="null"/> when Meta returned none.
    /// </summary>
    public string? Handle { get; }

    /// <summary>Gets the last known state; <see langword="null"/> if Meta did not know the batch.</summary>
    public ItemsBatchStatus? Status { get; }
}
