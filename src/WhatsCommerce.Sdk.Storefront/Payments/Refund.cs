namespace WhatsCommerce.Storefronts;

/// <summary>Money that is given back, stored before the provider is called.</summary>
public sealed record Refund
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id: the idempotency key at the provider.</summary>
    public required RefundId Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>
    /// Gets the attempt whose money it is; absent when the order was marked as paid by hand, and so is given back by hand.
    /// </summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets how much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public RefundState State { get; init; }

    /// <summary>Gets who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>Gets why.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the provider's own id of it, once it is known.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets when it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the provider was last asked to make it; <see langword="null"/> when it was not asked yet.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Gets when it is read back from the provider next; <see langword="null"/> when it need not be.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>Gets how often it was read back.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the version of the row, which each change raises by one; 0 before it is stored.</summary>
    public long Version { get; init; }

    internal Refund In(RefundState next) => this with { State = StorefrontMachines.Refund.Go(State, next) };
}
