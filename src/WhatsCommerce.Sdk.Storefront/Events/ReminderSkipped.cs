namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a reminder became due but was not sent.</summary>
public sealed record ReminderSkipped : StorefrontEvent
{
    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the id of the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets the step of the reminder sequence.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets why the reminder was not sent.</summary>
    public required SkipReason Reason { get; init; }
}
