using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for conversations: text retention, and when they return from a person to the storefront.</summary>
public sealed class StorefrontConversationOptions
{
    /// <summary>
    /// Gets or sets how long the texts of conversations are kept; <see langword="null"/>, the default, to keep them until the customer's
    /// data is deleted. Entries without text still have their kind, time and products.
    /// </summary>
    [TimeBetween(1, int.MaxValue, ErrorMessage = "{0} must be positive, or null to keep the texts.")]
    public TimeSpan? TextRetention { get; set; }

    /// <summary>
    /// Gets or sets the time without a message of a person after which a conversation returns to the storefront; 12 hours unless set, 5
    /// minutes to 30 days.
    /// </summary>
    [TimeBetween(300, 2_592_000, ErrorMessage = "{0} must be from 5 minutes to 30 days.")]
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Gets or sets a value indicating whether Meta's conversation routing is used: a takeover takes the conversation from another program
    /// (<c>thread_control</c>) and later passes it back. Only for a shop that is the escalation partner of its number;
    /// <see langword="false"/> unless set.
    /// </summary>
    public bool UseThreadControl { get; set; }
}

[OptionsValidator]
internal sealed partial class StorefrontConversationOptionsValidator : IValidateOptions<StorefrontConversationOptions>;
