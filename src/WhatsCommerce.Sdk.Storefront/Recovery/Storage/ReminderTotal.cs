namespace WhatsCommerce.Storefronts;

/// <summary>Represents the number of reminders of one step, outcome, reason and currency.</summary>
public sealed record ReminderTotal
{
    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>Gets the reason; <see langword="null"/> unless they were skipped.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>Gets the number of reminders.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the number that were delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Gets the number that were read.</summary>
    public int Read { get; init; }

    /// <summary>Gets the number that were answered.</summary>
    public int Replied { get; init; }

    /// <summary>Gets the number whose link was opened.</summary>
    public int Opened { get; init; }

    /// <summary>Gets the number of orders that are attributed to them.</summary>
    public int Paid { get; init; }

    /// <summary>Gets the total of these orders; <see langword="null"/> for reminders without an order.</summary>
    public Money? Revenue { get; init; }
}
