namespace WhatsCommerce.Catalogs;

/// <summary>
/// The exception that is thrown when an upload ends early: Meta rejected a whole batch or could not be reached, or the source failed.
/// </summary>
/// <remarks>
/// Changes that were made until then are kept, and <see cref="Report"/> lists them. With a checkpoint, the next upload resumes from there.
/// </remarks>
public sealed class InventoryUploadException : WhatsCommerceException
{
    internal InventoryUploadException(string message, InventoryReport report, Exception innerException)
        : base(message, innerException) => Report = report;

    /// <summary>Gets the results of the changes that were read.</summary>
    public InventoryReport Report { get; }
}
