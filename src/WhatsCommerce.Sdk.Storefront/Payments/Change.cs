namespace WhatsCommerce.Storefronts;

/// <summary>What a word of a provider changes.</summary>
internal sealed record Change(PaymentAttempt Attempt)
{
    public Order? Order { get; init; }
    public Refund? Refund { get; init; }
    public IReadOnlyList<StorefrontEvent> Events { get; init; } = [];
}
