namespace WhatsCommerce.Storefronts;

/// <summary>Represents the totals that a store counted for a report.</summary>
public sealed record RecoveryTotals
{
    /// <summary>Gets the reminders, by step, outcome, reason and currency.</summary>
    public required IReadOnlyList<ReminderTotal> Reminders { get; init; }

    /// <summary>Gets the carts, by group and currency.</summary>
    public required IReadOnlyList<RecoveryCartTotal> Carts { get; init; }
}
