namespace WhatsCommerce.Webhooks;

/// <summary>The key of the deduplication: one event for one handler.</summary>
/// <param name="Event">
/// The event: the name of the endpoint, the field, and what distinguishes the event from others, such as
/// <c>/messages/message/113907458826031/wamid.HBg...</c>. It is the same in each delivery of the event. It may contain a phone number: do
/// not log it.
/// </param>
/// <param name="Handler">The name of the handler.</param>
public readonly record struct WebhookKey(string Event, string Handler)
{
    /// <summary>Returns the handler only, since the event's part may contain a phone number.</summary>
    public override string ToString() => $"{Handler}(...)";
}
