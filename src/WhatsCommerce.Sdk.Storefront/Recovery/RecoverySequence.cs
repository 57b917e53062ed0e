namespace WhatsCommerce.Storefronts;

/// <summary>Represents the reminder sequence of one cart: which reminder is next, and when.</summary>
public sealed record RecoverySequence
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the cart that the customer sent, which has at most one sequence.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the state of the sequence.</summary>
    public RecoveryState State { get; init; }

    /// <summary>Gets the next reminder, or the one that is being sent, or the last one of a sequence that has ended.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets when the cart was sent, by Meta's clock if it came as a message.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>
    /// Gets when the sequence is due: the time of the next reminder, or when the outcome of one that is being sent counts as unknown;
    /// <see langword="null"/> when the sequence has ended.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// Gets when the current claim (lease) expires; <see langword="null"/> when there is none. Stores set it, and any other change ends it.
    /// </summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Gets the id of the reminder that is being sent; absent if there is none.</summary>
    public ReminderId ReminderId { get; init; }

    /// <summary>Gets how many times Meta rejected the reminder temporarily, so that it is retried.</summary>
    public int Refusals { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer belongs to the hold-out group, determined when the cart was received.
    /// </summary>
    public bool IsHeldOut { get; init; }

    /// <summary>Gets a value indicating whether <see cref="CartAbandoned"/> was raised.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>Gets when the first reminder was sent, or would have been sent without the hold-out.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Gets when the cart was ordered after that, for any reason; <see langword="null"/> if it was not.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Gets the total of that order.</summary>
    public Money? Revenue { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
