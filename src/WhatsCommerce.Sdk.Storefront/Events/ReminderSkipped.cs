namespace WhatsCommerce.Storefronts;

/// <summary>A reminder became due and was not sent.</summary>
public sealed record ReminderSkipped : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets the reason.</summary>
    public required SkipReason Reason { get; init; }
}
