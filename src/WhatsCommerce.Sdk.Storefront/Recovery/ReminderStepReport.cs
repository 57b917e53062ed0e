namespace WhatsCommerce.Storefronts;

/// <summary>The results of the reminders of one step. <see cref="Due"/> is the sum of what was sent, unknown and skipped.</summary>
public sealed record ReminderStepReport
{
    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets how many became due.</summary>
    public required int Due { get; init; }

    /// <summary>Gets how many Meta took.</summary>
    public required int Sent { get; init; }

    /// <summary>Gets of how many it is not known whether Meta took them, or not yet.</summary>
    public required int Unknown { get; init; }

    /// <summary>Gets how many were not sent, by reason.</summary>
    public required IReadOnlyDictionary<SkipReason, int> Skipped { get; init; }

    /// <summary>Gets how many reached the customer.</summary>
    public required int Delivered { get; init; }

    /// <summary>Gets how many were read.</summary>
    public required int Read { get; init; }

    /// <summary>Gets how many were answered with a button or a text.</summary>
    public required int Replied { get; init; }

    /// <summary>Gets of how many the link was opened.</summary>
    public required int Opened { get; init; }

    /// <summary>Gets how many orders came of those that were opened or answered.</summary>
    public required int Paid { get; init; }

    /// <summary>Gets the total of these orders, by currency.</summary>
    public required IReadOnlyList<Money> Revenue { get; init; }
}
