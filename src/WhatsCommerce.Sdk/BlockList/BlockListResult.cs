namespace WhatsCommerce.BlockList;

/// <summary>What became of a change of the block list.</summary>
public sealed record BlockListResult
{
    /// <summary>Who was blocked, or unblocked.</summary>
    public required IReadOnlyList<BlockedCustomer> Changed { get; init; }

    /// <summary>Who was not, and why.</summary>
    public required IReadOnlyList<BlockListFailure> Failed { get; init; }
}
