namespace WhatsCommerce.Messages;

/// <summary>What belongs to one send rather than to the message: which message it answers, what is echoed in its statuses.</summary>
public sealed record SendOptions
{
    /// <summary>The message that this one answers; the customer sees it quoted (<c>context.message_id</c>).</summary>
    public MessageId ReplyTo { get; init; }

    /// <summary>
    /// Sends the message once, however often it is sent with this key: by a handler that runs again, a job that is repeated, two instances
    /// at the same time. <see langword="null"/> for a message without such a memory.
    /// </summary>
    /// <remarks>
    /// <para>In a handler of webhooks take <c>WebhookContext.OnceKey("purpose")</c>; elsewhere anything that stands for this one message,
    /// such as "order-42 confirmation". It is remembered in the <see cref="ISendLedger"/> for the number that sends, hashed: in memory, so
    /// within this process, unless another is registered.</para>
    /// <list type="bullet">
    /// <item>What was sent gives the same receipt again, without a request.</item>
    /// <item>What ended with an unknown outcome throws <see cref="OutcomeUnknownException"/> again and is not posted, until a status of the
    /// message tells that it was sent, or <see cref="ISendLedger.ResolveAsync(SendKey, MessageId, CancellationToken)"/> settles it.</item>
    /// <item>What was refused or never written frees the key, and may be tried again.</item>
    /// <item>The same key with another content or recipient throws <see cref="OnceKeyReusedException"/>.</item>
    /// <item>While another call is sending with the key, this one waits for it for five seconds, and then says so by
    /// <see cref="OutcomeUnknownException"/>.</item>
    /// </list>
    /// </remarks>
    public string? OnceKey { get; init; }

    /// <summary>
    /// Your own data that every status of the message returns (<c>biz_opaque_callback_data</c>), such as an order number.
    /// At most <see cref="MessageLimits.CallbackData"/> characters; the customer does not see it. A message with a <see cref="OnceKey"/>
    /// and without data of its own carries some that is made of the key; give it different data only if no other message has the same.
    /// </summary>
    public string? CallbackData { get; init; }

    /// <summary>
    /// Sends only if the customer's identity is still the one with this hash (<c>recipient_identity_key_hash</c>). For numbers on
    /// which identity change checks are switched on.
    /// </summary>
    public string? RecipientIdentityKeyHash { get; init; }

    /// <summary>
    /// Sends without a template and outside of the 24-hour window, as a message of this category (<c>category</c>, Direct Send):
    /// <see cref="TemplateCategory.Utility"/> or <see cref="TemplateCategory.Authentication"/>. Only for accounts that take part in Meta's
    /// beta.
    /// </summary>
    /// <remarks>Source: Meta, direct-send/api-reference, 31 July 2026.</remarks>
    public TemplateCategory Category { get; init; }

    /// <summary>
    /// For how long delivery is tried (<c>ttl_seconds</c>), in whole seconds; only with <see cref="Category"/>. From
    /// <see cref="MessageLimits.MinimumTimeToLive"/> to <see cref="MessageLimits.UtilityTimeToLive"/> or
    /// <see cref="MessageLimits.AuthenticationTimeToLive"/>; <see langword="null"/> for Meta's own (30 days, or 10 minutes for
    /// authentication).
    /// </summary>
    /// <remarks>Source: Meta, direct-send/configure-message-ttl.</remarks>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>What is sent how; no data of the app's, and nothing of the customer.</summary>
    public override string ToString() => $"SendOptions {{ ReplyTo = {ReplyTo.Masked}, Category = {Category}, TimeToLive = {TimeToLive} }}";
}
