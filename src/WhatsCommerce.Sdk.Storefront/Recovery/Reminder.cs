namespace WhatsCommerce.Storefronts;

/// <summary>Represents a reminder that became due: whether it was sent or skipped, and its effect.</summary>
public sealed partial record Reminder
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the reminder.</summary>
    public required ReminderId Id { get; init; }

    /// <summary>Gets the id of the abandoned cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the step of the sequence.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>Gets why the reminder was not sent; <see langword="null"/> unless it was skipped.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>Gets when it was decided to send or skip the reminder.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the id of the message; absent if none was sent.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }

    /// <summary>Gets when the message was delivered; <see langword="null"/> if that was not reported.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets when the message was read; <see langword="null"/> if that was not reported.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Gets when the customer pressed one of its buttons, or wrote after it; <see langword="null"/> if they did not.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Gets when the customer opened its link; <see langword="null"/> if they did not.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Gets when the cart was ordered by a customer who had opened or answered the reminder.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Gets the total of that order.</summary>
    public Money? Revenue { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
