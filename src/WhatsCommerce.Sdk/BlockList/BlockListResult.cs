namespace WhatsCommerce.BlockList;

/// <summary>Represents the result of a change of the block list.</summary>
public sealed record BlockListResult
{
    /// <summary>The customers who were blocked, or unblocked.</summary>
    public required IReadOnlyList<BlockedCustomer> Changed { get; init; }

    /// <summary>The customers who were not, with the reasons.</summary>
    public required IReadOnlyList<BlockListFailure> Failed { get; init; }
}
