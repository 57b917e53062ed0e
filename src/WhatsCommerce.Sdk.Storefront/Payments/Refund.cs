namespace WhatsCommerce.Storefronts;

/// <summary>Represents a refund. It is stored before the provider is called.</summary>
public sealed record Refund
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the refund, which is the idempotency key at the provider.</summary>
    public required RefundId Id { get; init; }

    /// <summary>Gets the id of the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>
    /// Gets the id of the refunded attempt; absent if a person marked the order as paid, so that it must be refunded manually.
    /// </summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the state of the refund.</summary>
    public RefundState State { get; init; }

    /// <summary>Gets who requested it.</summary>
    public required string By { get; init; }

    /// <summary>Gets the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the provider's id of the refund, once it is known.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets when the refund was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the provider was last called; <see langword="null"/> if it was not called yet.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Gets when the refund is next checked at the provider; <see langword="null"/> if no check is due.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>Gets how many times the refund was checked.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    internal Refund In(RefundState next) => this with { State = StorefrontStateMachines.Refund.Go(State, next) };
}
