namespace WhatsCommerce.Catalogs;

/// <summary>An upload ended before it was through: Meta refused a whole batch, could not be reached, or the source failed.</summary>
/// <remarks>What was done until then stays done, and <see cref="Report"/> tells it. With a checkpoint the upload goes on from
/// there.</remarks>
public sealed class InventoryUploadException : WhatsCommerceException
{
    internal InventoryUploadException(string message, InventoryReport report, Exception innerException)
        : base(message, innerException) => Report = report;

    /// <summary>What became of the changes that were read.</summary>
    public InventoryReport Report { get; }
}
