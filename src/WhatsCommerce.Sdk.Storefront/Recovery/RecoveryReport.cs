namespace WhatsCommerce.Storefronts;

/// <summary>The results of the reminders of a period.</summary>
public sealed record RecoveryReport
{
    /// <summary>Gets the beginning of the time.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets its end, which is not part of it.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Gets the reminders that became due in this period, by step.</summary>
    public required IReadOnlyList<ReminderStepReport> Steps { get; init; }

    /// <summary>Gets the carts whose first reminder was sent in this period.</summary>
    public required RecoveryGroup Reminded { get; init; }

    /// <summary>
    /// Gets the carts of the hold-out group whose first reminder would have left: what would have come without reminders.
    /// </summary>
    public required RecoveryGroup HeldOut { get; init; }
}
