namespace WhatsCommerce.Storefronts;

/// <summary>The moment of a reminder came, and it was not sent.</summary>
public sealed record ReminderSkipped : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets which one it was.</summary>
    public required ReminderStep Step { get; init; }

    /// <summary>Gets why.</summary>
    public required SkipReason Reason { get; init; }
}
