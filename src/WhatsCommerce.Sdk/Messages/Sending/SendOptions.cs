namespace WhatsCommerce.Messages;

/// <summary>What belongs to one send rather than to the message: which message it answers, what is echoed in its statuses.</summary>
public sealed class SendOptions
{
    /// <summary>The message that this one answers; the customer sees it quoted (<c>context.message_id</c>).</summary>
    public MessageId ReplyTo { get; init; }

    /// <summary>
    /// Data of your own that comes back in every status of the message (<c>biz_opaque_callback_data</c>), such as an order number.
    /// At most <see cref="MessageLimits.CallbackData"/> characters; the customer does not see it.
    /// </summary>
    public string? CallbackData { get; init; }

    /// <summary>
    /// Sends only if the customer's identity is still the one with this hash (<c>recipient_identity_key_hash</c>). For numbers on
    /// which identity change checks are switched on.
    /// </summary>
    public string? RecipientIdentityKeyHash { get; init; }

    /// <summary>
    /// Sends without a template and outside of the 24-hour window, as a message of this category (<c>category</c>, Direct Send):
    /// <see cref="TemplateCategory.Utility"/> or <see cref="TemplateCategory.Authentication"/>. Only for accounts that take part in Meta's beta.
    /// </summary>
    /// <remarks>Source: Meta, direct-send/api-reference, 31 July 2026.</remarks>
    public TemplateCategory Category { get; init; }

    /// <summary>
    /// For how long delivery is tried (<c>ttl_seconds</c>), in whole seconds; only with <see cref="Category"/>. From
    /// <see cref="MessageLimits.MinimumTimeToLive"/> to <see cref="MessageLimits.UtilityTimeToLive"/> or
    /// <see cref="MessageLimits.AuthenticationTimeToLive"/>; <see langword="null"/> for Meta's own (30 days, or 10 minutes for authentication).
    /// </summary>
    /// <remarks>Source: Meta, direct-send/configure-message-ttl.</remarks>
    public TimeSpan? TimeToLive { get; init; }
}
