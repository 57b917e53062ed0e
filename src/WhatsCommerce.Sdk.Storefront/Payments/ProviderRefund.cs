namespace WhatsCommerce.Storefronts;

/// <summary>Represents the state of a refund at its provider.</summary>
public sealed record ProviderRefund
{
    /// <summary>
    /// Gets the state: <see cref="RefundState.Pending"/>, <see cref="RefundState.Done"/> or <see cref="RefundState.Failed"/>;
    /// <see langword="null"/> if the provider does not know the refund.
    /// </summary>
    public required RefundState? State { get; init; }

    /// <summary>Gets the provider's id of the refund.</summary>
    public string? ProviderReference { get; init; }
}
