namespace WhatsCommerce.Storefronts;

/// <summary>One attempt to pay an order at one provider, stored before the provider is called.</summary>
public sealed partial record PaymentAttempt
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>
    /// Gets the id: 32 characters with 160 random bits. It is the idempotency key of every call that creates it, and the reference under
    /// which the provider keeps it.
    /// </summary>
    public required AttemptId Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public AttemptState State { get; init; }

    /// <summary>Gets what is to be paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the provider's own id of it, once it is known.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets the page on which the customer pays; <see langword="null"/> when there is none or it is not known yet.</summary>
    [Sensitive]
    public string? Url { get; init; }

    /// <summary>Gets what was paid by the provider's word.</summary>
    public Money? Paid { get; init; }

    /// <summary>Gets what was given back of it or is about to be: never more than <see cref="Paid"/>.</summary>
    public Money? RefundsReserved { get; init; }

    /// <summary>Gets a value indicating whether the customer disputes the payment at the provider, and nobody has decided yet.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Gets what the shop's own checkout page reported, for a provider whose truth it is.</summary>
    public ProviderPayment? Report { get; init; }

    /// <summary>Gets when it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the customer could pay for the first time; <see langword="null"/> before that.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Gets until when the customer can pay.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets when it is read back from the provider next; <see langword="null"/> when it need not be.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>Gets how often it was read back.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the version of the row, which each change raises by one; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Gets a value indicating whether money may still come without anybody doing more than they were asked to.</summary>
    public bool IsLive => State is AttemptState.Created or AttemptState.Offered or AttemptState.Pending or AttemptState.Unknown;

    internal PaymentAttempt In(AttemptState next) => this with { State = StorefrontMachines.Attempt.Go(State, next) };
}
