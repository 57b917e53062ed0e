namespace WhatsCommerce.BlockList;

/// <summary>What became of a change of the block list.</summary>
/// <param name="Changed">Who was blocked, or unblocked.</param>
/// <param name="Failed">Who was not, and why.</param>
public sealed record BlockListResult(IReadOnlyList<BlockedCustomer> Changed, IReadOnlyList<BlockListFailure> Failed);
