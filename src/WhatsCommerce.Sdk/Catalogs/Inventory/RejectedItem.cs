namespace WhatsCommerce.Catalogs;

/// <summary>Represents an item that was not written to the catalog, and why.</summary>
public sealed record RejectedItem
{
    /// <summary>The item; absent if its retailer id is missing.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Its position in the source, counted from 0.</summary>
    public long Position { get; init; }

    /// <summary>Whether the SDK or Meta rejected it.</summary>
    public RejectionStage Stage { get; init; }

    /// <summary>The violated rules, or Meta's messages; at least one.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The item and the reasons.</summary>
    public override string ToString() => $"{(RetailerId.HasValue ? RetailerId : "(no id)")}: {string.Join(' ', Reasons)}";
}
