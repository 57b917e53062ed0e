namespace WhatsCommerce.Storefronts;

/// <summary>What the reminders of a time came to.</summary>
public sealed record RecoveryReport
{
    /// <summary>Gets the beginning of the time.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets its end, which is not part of it.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Gets the reminders whose moment came in this time, by step.</summary>
    public required IReadOnlyList<RecoveryStepReport> Steps { get; init; }

    /// <summary>Gets the carts whose first reminder left in this time.</summary>
    public required RecoveryGroup Reminded { get; init; }

    /// <summary>
    /// Gets the carts of the hold-out group whose first reminder would have left: what would have come without reminders.
    /// </summary>
    public required RecoveryGroup HeldOut { get; init; }
}
