namespace WhatsCommerce.BlockList;

/// <summary>Represents a customer whom Meta did not block or unblock.</summary>
public sealed record BlockListFailure
{
    /// <summary>The customer.</summary>
    public required BlockedCustomer Customer { get; init; }

    /// <summary>The reasons, for instance that the customer did not write within the last 24 hours.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }
}
