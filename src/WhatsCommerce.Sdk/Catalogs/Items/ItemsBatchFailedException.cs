namespace WhatsCommerce.Catalogs;

/// <summary>Meta gave a batch of items up. Which of its items are written is not known; they may be written again.</summary>
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

    /// <summary>The last known state; <see langword="null"/> if Meta did not know the batch.</summary>
    public ItemsBatchStatus? Status { get; }
}
