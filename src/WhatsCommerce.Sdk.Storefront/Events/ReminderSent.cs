namespace WhatsCommerce.Storefronts;

/// <summary>Meta took a reminder of a cart.</summary>
public sealed record ReminderSent : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets which one it was.</summary>
    public required ReminderStep Step { get; init; }
}
