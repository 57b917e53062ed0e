namespace WhatsCommerce.Storefronts;

/// <summary>The changes that follow from a state that a provider reported.</summary>
internal sealed record Change(PaymentAttempt Attempt)
{
    public Order? Order { get; init; }
    public Refund? Refund { get; init; }
    public IReadOnlyList<StorefrontEvent> Events { get; init; } = [];
}
