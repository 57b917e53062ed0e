namespace WhatsCommerce.Storefronts;

/// <summary>A person owns a conversation now: the storefront does not answer messages, search, or send reminders.</summary>
public sealed partial record HumanTookOver : StorefrontEvent
{
    /// <summary>Gets who took it over; <see langword="null"/> if it waits for a person.</summary>
    public string? By { get; init; }

    /// <summary>Gets the reason; <see langword="null"/> if none was given.</summary>
    [Sensitive]
    public string? Reason { get; init; }
}
