namespace WhatsCommerce.Catalogs;

/// <summary>A change that Meta has taken.</summary>
public sealed record CatalogChangeResult
{
    /// <summary>The item.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The handle of its batch.</summary>
    public string? Handle { get; init; }

    /// <summary>What Meta says against it without refusing it.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init; } = [];
}
