namespace WhatsCommerce.Storefronts;

/// <summary>A reminder that became due: sent, or skipped for a reason, and its effect.</summary>
public sealed partial record Reminder
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id.</summary>
    public required ReminderId Id { get; init; }

    /// <summary>Gets the cart that the customer left.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets which one it is.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>Gets why it was not sent; <see langword="null"/> unless it was skipped.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>Gets when it was decided: sent or skipped.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the message.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }

    /// <summary>Gets when it reached the customer; <see langword="null"/> if that was not reported.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets when the customer read it; <see langword="null"/> if that was not reported.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Gets when the customer pressed a button of it, or wrote after it.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Gets when the customer opened its link.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Gets when the cart was ordered, by a customer who had opened or answered it.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Gets the total of that order.</summary>
    public Money? Revenue { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
