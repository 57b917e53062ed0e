namespace WhatsCommerce.BlockList;

/// <summary>A customer whom Meta did not block or unblock.</summary>
public sealed record BlockListFailure
{
    /// <summary>Who.</summary>
    public required BlockedCustomer Customer { get; init; }

    /// <summary>Why, for instance that the customer did not write within the last 24 hours.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }
}
