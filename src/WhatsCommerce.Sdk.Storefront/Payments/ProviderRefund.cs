namespace WhatsCommerce.Storefronts;

/// <summary>A refund as its provider has it.</summary>
public sealed record ProviderRefund
{
    /// <summary>
    /// Gets what the provider says: <see cref="RefundState.Pending"/>, <see cref="RefundState.Done"/> or <see cref="RefundState.Failed"/>;
    /// <see langword="null"/> when it does not have the refund.
    /// </summary>
    public required RefundState? State { get; init; }

    /// <summary>Gets the provider's own id of it.</summary>
    public string? ProviderReference { get; init; }
}
