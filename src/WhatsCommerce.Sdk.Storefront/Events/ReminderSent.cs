namespace WhatsCommerce.Storefronts;

/// <summary>Raised when Meta accepted a cart reminder.</summary>
public sealed record ReminderSent : StorefrontEvent
{
    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the id of the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets the step of the reminder sequence.</summary>
    public required ReminderStep Step { get; init; }
}
