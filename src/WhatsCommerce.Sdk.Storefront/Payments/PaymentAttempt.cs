namespace WhatsCommerce.Storefronts;

/// <summary>Represents one attempt to pay an order with one provider. It is stored before the provider is called.</summary>
public sealed partial record PaymentAttempt
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>
    /// Gets the id of the attempt: 32 characters with 160 random bits. It is the idempotency key of every call that creates the payment,
    /// and the reference at the provider.
    /// </summary>
    public required AttemptId Id { get; init; }

    /// <summary>Gets the id of the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the state of the attempt.</summary>
    public AttemptState State { get; init; }

    /// <summary>Gets the amount to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the provider's id of the payment, once it is known.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets the page on which the customer pays; <see langword="null"/> if there is none or it is not known yet.</summary>
    [Sensitive]
    public string? Url { get; init; }

    /// <summary>Gets the amount that the provider reports as paid.</summary>
    public Money? Paid { get; init; }

    /// <summary>Gets the amount that was refunded or is being refunded; at most <see cref="Paid"/>.</summary>
    public Money? RefundsReserved { get; init; }

    /// <summary>Gets a value indicating whether the payment is disputed at the provider and the dispute is not decided yet.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Gets the report of the shop's own checkout page.</summary>
    public ProviderPayment? Report { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer approved the payment and the shop is about to capture it: <see cref="PaymentPending"/>
    /// is raised only if that takes time.
    /// </summary>
    public bool IsApproved { get; init; }

    /// <summary>Gets when the attempt was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the customer could first pay; <see langword="null"/> before that.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Gets when the offer expires.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets when the attempt is next checked at the provider; <see langword="null"/> if no check is due.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>Gets how many times the attempt was checked.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Gets a value indicating whether the attempt can still be paid.</summary>
    public bool IsLive => State is AttemptState.Created or AttemptState.Offered or AttemptState.Pending or AttemptState.Unknown;

    internal PaymentAttempt In(AttemptState next) => this with { State = StorefrontStateMachines.Attempt.Go(State, next) };
}
