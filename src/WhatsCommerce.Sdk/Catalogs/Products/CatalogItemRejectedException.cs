namespace WhatsCommerce.Catalogs;

/// <summary>The exception that is thrown when Meta rejects an item. The catalog is unchanged.</summary>
public sealed class CatalogItemRejectedException : WhatsCommerceException
{
    internal CatalogItemRejectedException(CatalogChange change, IReadOnlyList<ItemProblem> errors, string? handle)
        : base($"Meta did not take the change '{change}': {string.Join(' ', errors.Select(error => error.Message))}")
    {
        RetailerId = change.RetailerId;
        Errors = errors;
        Handle = handle;
    }

    /// <summary>The item.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>Gets the reasons; at least one.</summary>
    public IReadOnlyList<ItemProblem> Errors { get; }

    /// <summary>Gets the handle of the batch, if it was posted.</summary>
    public string? Handle { get; }
}
