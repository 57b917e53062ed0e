namespace WhatsCommerce.Storefronts;

/// <summary>The reminders of one cart: which is next, and when.</summary>
public sealed record RecoverySequence
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the cart that the customer sent; at most one sequence is of it.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets its state.</summary>
    public RecoveryState State { get; init; }

    /// <summary>Gets the next reminder, or the one that is being sent, or the last one of a sequence that has ended.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets when the cart was sent, by Meta's clock where it came as a message.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>
    /// Gets when somebody must look at it: the moment of the next reminder, or when one that is being sent counts as unknown;
    /// <see langword="null"/> when it has ended.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// Gets until when whoever looks at it now has it for itself; <see langword="null"/> when nobody does. Stores set it, and any other
    /// change ends it.
    /// </summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Gets the reminder that is being sent.</summary>
    public ReminderId ReminderId { get; init; }

    /// <summary>Gets how often the reminder was refused for now, and is to be tried again.</summary>
    public int Refusals { get; init; }

    /// <summary>Gets a value indicating whether the customer belongs to the hold-out group, decided when the cart came.</summary>
    public bool IsHeldOut { get; init; }

    /// <summary>Gets a value indicating whether <see cref="CartAbandoned"/> was told of it.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>Gets when a reminder was sent for the first time, or would have been but for the hold-out.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Gets when the cart was ordered after that, whatever the reason was.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Gets the total of that order.</summary>
    public Money? Revenue { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
