namespace WhatsCommerce.Storefronts;

/// <summary>All rows that a shop's store has of a customer.</summary>
internal sealed record CustomerRows
{
    public IReadOnlyList<Cart> Carts { get; init; } = [];
    public IReadOnlyList<Order> Orders { get; init; } = [];
    public IReadOnlyList<PaymentAttempt> Attempts { get; init; } = [];
    public IReadOnlyList<Refund> Refunds { get; init; } = [];
    public IReadOnlyList<OutboxRow> Events { get; init; } = [];
}
