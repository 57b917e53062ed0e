namespace WhatsCommerce.Catalogs;

/// <summary>
/// A sync deleted nothing, because it would have deleted too much. What was new or changed in the source was written; <see cref="Result"/>
/// tells.
/// </summary>
public sealed class InventorySyncRefusedException : WhatsCommerceException
{
    internal InventorySyncRefusedException(string message, InventorySyncResult result)
        : base(message) => Result = result;

    /// <summary>What was done; <see cref="InventorySyncResult.Missing"/> is how many items would have been deleted.</summary>
    public InventorySyncResult Result { get; }
}
