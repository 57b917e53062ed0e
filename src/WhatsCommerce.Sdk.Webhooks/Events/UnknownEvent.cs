namespace WhatsCommerce.Webhooks;

/// <summary>An event of a field, message type or value that this version does not know. Nothing is lost: see <see cref="WebhookEvent.RawJson"/>.</summary>
public sealed record UnknownEvent : WebhookEvent
{
    /// <summary>The <c>type</c> of the message, or the name of the field when it is no message.</summary>
    public string? Type { get; init; }
}
