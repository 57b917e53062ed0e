namespace WhatsCommerce.Storefronts;

/// <summary>How conversations are kept, and when a person's turn ends.</summary>
public sealed class StorefrontConversationOptions
{
    /// <summary>
    /// Gets or sets how long the words of conversations are kept; <see langword="null"/> to keep them until the customer is forgotten.
    /// Afterwards an entry still says what kind it was, when, and which products it showed.
    /// </summary>
    [DurationBetween(1, int.MaxValue, ErrorMessage = "{0} must be positive, or not set to keep the words.")]
    public TimeSpan? TextRetention { get; set; }

    /// <summary>
    /// Gets or sets after how long without a message of a person a conversation goes back to the storefront; 12 hours unless set, 5 minutes
    /// to 30 days.
    /// </summary>
    [DurationBetween(300, 2_592_000, ErrorMessage = "{0} must be from 5 minutes to 30 days.")]
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Gets or sets a value indicating whether Meta's conversation routing is told: a conversation of another program is taken from it
    /// (<c>thread_control</c>) and passed back. Only for a shop that is the escalation partner of its number; <see langword="false"/>
    /// unless set.
    /// </summary>
    public bool UsesThreadControl { get; set; }
}
