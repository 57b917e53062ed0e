namespace WhatsCommerce.Catalogs;

/// <summary>An item that did not get into the catalog, and why.</summary>
public sealed record RejectedItem
{
    /// <summary>The item; absent when that is what it lacks.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Which one of the source it was, counted from 0.</summary>
    public long Position { get; init; }

    /// <summary>Who refused it.</summary>
    public RejectionStage Stage { get; init; }

    /// <summary>Why: each rule that it breaks, or Meta's words. At least one.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The item and the reasons.</summary>
    public override string ToString() => $"{(RetailerId.HasValue ? RetailerId : "(no id)")}: {string.Join(' ', Reasons)}";
}
