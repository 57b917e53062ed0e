namespace WhatsCommerce.Storefronts;

/// <summary>Meta accepted a reminder of a cart.</summary>
public sealed record ReminderSent : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the reminder.</summary>
    public required ReminderId ReminderId { get; init; }

    /// <summary>Gets the step.</summary>
    public required ReminderStep Step { get; init; }
}
