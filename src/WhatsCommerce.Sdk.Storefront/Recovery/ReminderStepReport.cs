namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents the results of the reminders of one step. <see cref="Due"/> is the sum of sent, unknown and skipped reminders.
/// </summary>
public sealed record ReminderStepReport
{
    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the number of reminders that became due.</summary>
    public required int Due { get; init; }

    /// <summary>Gets the number of reminders that Meta accepted.</summary>
    public required int Sent { get; init; }

    /// <summary>Gets the number of reminders with an unknown outcome, or none yet.</summary>
    public required int Unknown { get; init; }

    /// <summary>Gets the number of reminders that were not sent, by reason.</summary>
    public required IReadOnlyDictionary<SkipReason, int> Skipped { get; init; }

    /// <summary>Gets the number of reminders that were delivered.</summary>
    public required int Delivered { get; init; }

    /// <summary>Gets the number of reminders that were read.</summary>
    public required int Read { get; init; }

    /// <summary>Gets the number of reminders that were answered with a button or a text.</summary>
    public required int Replied { get; init; }

    /// <summary>Gets the number of reminders whose link was opened.</summary>
    public required int Opened { get; init; }

    /// <summary>Gets the number of orders that are attributed to these reminders, because they were opened or answered.</summary>
    public required int Paid { get; init; }

    /// <summary>Gets the total of these orders, by currency.</summary>
    public required IReadOnlyList<Money> Revenue { get; init; }
}
