namespace WhatsCommerce.Storefronts;

/// <summary>Reminders of one step, outcome, reason and currency, counted.</summary>
public sealed record ReminderTotal
{
    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ReminderOutcome Outcome { get; init; }

    /// <summary>Gets the reason; <see langword="null"/> unless they were skipped.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>Gets how many.</summary>
    public required int Count { get; init; }

    /// <summary>Gets how many reached the customer.</summary>
    public int Delivered { get; init; }

    /// <summary>Gets how many were read.</summary>
    public int Read { get; init; }

    /// <summary>Gets how many were answered.</summary>
    public int Replied { get; init; }

    /// <summary>Gets of how many the link was opened.</summary>
    public int Opened { get; init; }

    /// <summary>Gets how many orders came of them.</summary>
    public int Paid { get; init; }

    /// <summary>Gets the total of these orders; <see langword="null"/> for those without.</summary>
    public Money? Revenue { get; init; }
}
