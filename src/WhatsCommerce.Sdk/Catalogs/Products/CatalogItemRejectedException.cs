namespace WhatsCommerce.Catalogs;

/// <summary>Meta did not take an item, and says why. The catalog has it as it was before.</summary>
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

    /// <summary>Every reason; at least one.</summary>
    public IReadOnlyList<ItemProblem> Errors { get; }

    /// <summary>The handle of its batch, if it got that far.</summary>
    public string? Handle { get; }
}
