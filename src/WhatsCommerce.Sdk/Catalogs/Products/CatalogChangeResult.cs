namespace WhatsCommerce.Catalogs;

/// <summary>Represents a change that Meta accepted.</summary>
public sealed record CatalogChangeResult
{
    /// <summary>The item.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The handle of its batch.</summary>
    public string? Handle { get; init; }

    /// <summary>Meta's warnings about the accepted change.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init; } = [];
}
