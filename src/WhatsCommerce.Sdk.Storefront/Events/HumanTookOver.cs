namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised when a person takes over a conversation: from then on the storefront does not answer messages, search, or send reminders.
/// </summary>
public sealed partial record HumanTookOver : StorefrontEvent
{
    /// <summary>Gets who took over the conversation; <see langword="null"/> if it waits for a person.</summary>
    public string? By { get; init; }

    /// <summary>Gets the reason; <see langword="null"/> if none was given.</summary>
    [Sensitive]
    public string? Reason { get; init; }
}
