namespace WhatsCommerce.Messages;

/// <summary>Options of one send, independent of the content: the message that it replies to, callback data, an idempotency key.</summary>
public sealed record SendOptions
{
    /// <summary>The message that this one replies to; the customer sees it quoted (<c>context.message_id</c>).</summary>
    public MessageId ReplyTo { get; init; }

    /// <summary>
    /// An idempotency key: the message is sent once, even if it is sent several times with this key, for example by a handler that runs
    /// again, a retried job, or two instances at the same time. <see langword="null"/> for no deduplication.
    /// </summary>
    /// <remarks>
    /// <para>In a webhook handler use <c>WebhookContext.OnceKey("purpose")</c>; elsewhere any text that identifies this one message, such
    /// as "order-42 confirmation". Keys are stored per sending number, hashed, in the <see cref="ISendLedger"/>: in the memory of this
    /// process, unless another ledger is registered.</para>
    /// <list type="bullet">
    /// <item>If the message was sent, the same receipt is returned without a request.</item>
    /// <item>If the outcome is unknown, <see cref="OutcomeUnknownException"/> is thrown again and nothing is posted, until a status of the
    /// message shows that it was sent, or <see cref="ISendLedger.ResolveAsync(SendKey, MessageId, CancellationToken)"/> resolves it.</item>
    /// <item>If the message was rejected or never written, the key is released, and the message can be sent again.</item>
    /// <item>The same key with another content or recipient throws <see cref="OnceKeyReusedException"/>.</item>
    /// <item>While another call is sending with the key, this one waits for it for up to five seconds, and then throws
    /// <see cref="OutcomeUnknownException"/>.</item>
    /// </list>
    /// </remarks>
    public string? OnceKey { get; init; }

    /// <summary>
    /// Your own data that every status of the message returns (<c>biz_opaque_callback_data</c>), such as an order number.
    /// At most <see cref="MessageLimits.CallbackData"/> characters; the customer does not see it. A message with a <see cref="OnceKey"/>
    /// and without callback data gets data that is derived from the key; if you set it, use data that no other message has.
    /// </summary>
    public string? CallbackData { get; init; }

    /// <summary>
    /// Sends only if the hash of the customer's identity is still this one (<c>recipient_identity_key_hash</c>). For numbers with identity
    /// change checks enabled.
    /// </summary>
    public string? RecipientIdentityKeyHash { get; init; }

    /// <summary>
    /// Sends without a template and outside the 24-hour window, as a message of this category (<c>category</c>, Direct Send):
    /// <see cref="TemplateCategory.Utility"/> or <see cref="TemplateCategory.Authentication"/>. Only for accounts that take part in Meta's
    /// beta.
    /// </summary>
    /// <remarks>Source: Meta, direct-send/api-reference, 31 July 2026.</remarks>
    public TemplateCategory Category { get; init; }

    /// <summary>
    /// How long Meta tries to deliver the message (<c>ttl_seconds</c>), in whole seconds; only with <see cref="Category"/>. From
    /// <see cref="MessageLimits.MinimumTimeToLive"/> to <see cref="MessageLimits.UtilityTimeToLive"/> or
    /// <see cref="MessageLimits.AuthenticationTimeToLive"/>; <see langword="null"/> for Meta's default (30 days, or 10 minutes for
    /// authentication).
    /// </summary>
    /// <remarks>Source: Meta, direct-send/configure-message-ttl.</remarks>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Returns the options without the app's data and without data of the customer.</summary>
    public override string ToString() => $"SendOptions {{ ReplyTo = {ReplyTo.Masked}, Category = {Category}, TimeToLive = {TimeToLive} }}";
}
