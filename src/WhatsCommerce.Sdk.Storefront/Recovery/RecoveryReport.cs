namespace WhatsCommerce.Storefronts;

/// <summary>Represents the results of reminders in a period.</summary>
public sealed record RecoveryReport
{
    /// <summary>Gets the start of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the exclusive end of the period.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Gets the reminders that became due in this period, by step.</summary>
    public required IReadOnlyList<ReminderStepReport> Steps { get; init; }

    /// <summary>Gets the carts whose first reminder was sent in this period.</summary>
    public required RecoveryGroup Reminded { get; init; }

    /// <summary>
    /// Gets the carts of the hold-out group whose first reminder would have been sent: the baseline without reminders.
    /// </summary>
    public required RecoveryGroup HeldOut { get; init; }
}
