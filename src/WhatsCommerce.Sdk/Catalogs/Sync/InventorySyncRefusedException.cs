namespace WhatsCommerce.Catalogs;

/// <summary>
/// The exception that is thrown when a sync would have deleted too many items. Nothing was deleted. New and changed items of the source
/// were written; see <see cref="Result"/>.
/// </summary>
public sealed class InventorySyncRefusedException : WhatsCommerceException
{
    internal InventorySyncRefusedException(string message, InventorySyncResult result)
        : base(message) => Result = result;

    /// <summary>Gets the result; <see cref="InventorySyncResult.Missing"/> is the number of items that would have been deleted.</summary>
    public InventorySyncResult Result { get; }
}
