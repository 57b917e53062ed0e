namespace WhatsCommerce.Messages;

/// <summary>
/// Represents the content of a message, validated and ready to be sent to any recipient. Created by the builders of <see cref="Message"/>.
/// </summary>
/// <remarks>Immutable and thread-safe; one message can be sent to many recipients.</remarks>
public abstract class OutboundMessage
{
    internal const string CannotBeSent = "The message cannot be sent";

    private protected OutboundMessage() { }

    /// <summary>
    /// Gets the kind of message, as Meta names it: <c>text</c>, or the type of an interactive message such as <c>product_list</c>.
    /// </summary>
    public abstract string Kind { get; }

    /// <summary>Gets the retailer ids of the products that the message shows, in the order shown; empty when it shows none.</summary>
    public virtual IReadOnlyList<RetailerId> Products => [];

    /// <summary>
    /// Gets the texts that the builder changed because the app asked for it; also in <see cref="MessageReceipt.Adjustments"/>. Empty
    /// otherwise.
    /// </summary>
    public IReadOnlyList<TextAdjustment> Adjustments { get; internal set; } = [];

    /// <summary>
    /// Creates the body of the request for one recipient: exactly the bytes that <see cref="MessagesClient.SendAsync"/> posts.
    /// </summary>
    /// <param name="to">The recipient.</param>
    /// <param name="options">The options of the send.</param>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="WhatsCommerceValidationException">The recipient or the options violate a rule.</exception>
    public byte[] ToJson(Recipient to, SendOptions? options = null)
    {
        Validate(to, options);
        return Json.JsonBytes.Write(
            (Message: this, to, options), static (writer, state) => state.Message.Write(writer, state.to, state.options, null));
    }

    /// <summary>
    /// Like <see cref="ToJson(Recipient, SendOptions?)"/>, and returns the content by which a message with a
    /// <see cref="SendOptions.OnceKey"/> is recognized.
    /// </summary>
    internal byte[] ToJson(Recipient to, SendOptions options, out byte[] content)
    {
        Validate(to, options);
        ContentOfBody marks = new(IsMarketing);
        byte[] body = Json.JsonBytes.Write(
            (Message: this, to, options, marks),
            static (writer, state) => state.Message.Write(writer, state.to, state.options, state.marks));
        content = marks.Of(body);
        return body;
    }

    private protected abstract void WriteContent(Utf8JsonWriter writer);

    /// <summary>The clock that <see cref="ValidateAtSend"/> uses.</summary>
    private protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Whether it is sent through Meta's marketing messages endpoint.</summary>
    internal virtual bool IsMarketing => false;

    /// <summary>Whether it can be sent to a group. Source: Meta, groups/groups-messaging.</summary>
    private protected virtual bool SuitsGroups => false;

    /// <summary>Checks what was valid when the message was built and may have expired since, or does not suit the recipient.</summary>
    private protected virtual void ValidateAtSend(Violations violations, Recipient to) { }

    private void Validate(Recipient to, SendOptions? options)
    {
        Violations violations = new(Clock);
        violations.RequireRecipient(to);
        if (options is not null)
        {
            violations.LimitText("biz_opaque_callback_data", options.CallbackData, MessageLimits.CallbackData, "The callback data");
            violations.AllowKey(options.OnceKey);
            violations.LimitText("recipient_identity_key_hash", options.RecipientIdentityKeyHash, int.MaxValue, "The identity key hash");
            ValidateDirectSend(violations, options);
        }

        if (to.Kind == RecipientKind.Group && !SuitsGroups)
        {
            violations.Add("recipient_type", ViolationRule.NotAllowed,
                $"A group takes texts, media, and templates of text or media only, not a message of the kind {Kind}. Write to its "
                    + "members one by one.");
        }

        ValidateAtSend(violations, to);
        violations.ThrowIfAny(CannotBeSent);
    }

    private static void ValidateDirectSend(Violations violations, SendOptions options)
    {
        bool isAuthentication = options.Category == TemplateCategory.Authentication;
        if (options.Category.HasValue && !isAuthentication && options.Category != TemplateCategory.Utility)
        {
            violations.Add(
                "category",
                ViolationRule.NotAllowed,
                "Without a template only utility and authentication messages are sent; marketing needs a template.");
        }

        if (options.TimeToLive is not TimeSpan time)
        {
            return;
        }

        TimeSpan most = isAuthentication ? MessageLimits.AuthenticationTimeToLive : MessageLimits.UtilityTimeToLive;
        if (!options.Category.HasValue)
        {
            violations.Add("ttl_seconds", ViolationRule.NotAllowed,
                "A time to live goes with a category only (SendOptions.Category); of a template it is set in the template.");
        }
        else if (time < MessageLimits.MinimumTimeToLive || time > most || time.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            violations.Add("ttl_seconds", ViolationRule.Range, string.Create(CultureInfo.InvariantCulture,
                $"The time to live of this category is {MessageLimits.MinimumTimeToLive.TotalSeconds} to {most.TotalSeconds} whole "
                    + $"seconds, not {time.TotalSeconds}."),
                (int)most.TotalSeconds, (int)Math.Clamp(time.TotalSeconds, int.MinValue, int.MaxValue));
        }
    }

    private void Write(Utf8JsonWriter writer, Recipient to, SendOptions? options, ContentOfBody? marks)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteString("recipient_type"u8, to.Kind == RecipientKind.Group ? "group"u8 : "individual"u8);
        writer.WriteString(to.Kind == RecipientKind.User ? "recipient"u8 : "to"u8, to.Value);
        marks?.Begin(writer);
        if (options is { ReplyTo.HasValue: true })
        {
            writer.WriteStartObject("context"u8);
            writer.WriteString("message_id"u8, options.ReplyTo.Value);
            writer.WriteEndObject();
        }

        marks?.BeginOwnData(writer);
        if (options is { CallbackData: null or "", OnceKey: { } key })
        {
            writer.WriteString("biz_opaque_callback_data"u8, SendKey.CallbackDataOf(key));
        }

        marks?.EndOwnData(writer);
        writer.WriteOptional("biz_opaque_callback_data"u8, options?.CallbackData);
        writer.WriteOptional("recipient_identity_key_hash"u8, options?.RecipientIdentityKeyHash);
        WriteContent(writer);
        if (options is { Category.HasValue: true })
        {
            writer.WriteString("category"u8, options.Category.Value.ToLowerInvariant());
            if (options.TimeToLive is TimeSpan time)
            {
                writer.WriteNumber("ttl_seconds"u8, (long)time.TotalSeconds);
            }
        }

        writer.WriteEndObject();
    }
}
