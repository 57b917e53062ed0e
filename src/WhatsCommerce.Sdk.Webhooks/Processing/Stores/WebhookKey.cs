namespace WhatsCommerce.Webhooks;

/// <summary>What is remembered as done or not: one event for one handler.</summary>
/// <param name="Event">
/// The event: name of the endpoint, field, and what tells the event from others, such as <c>/messages/message/113907458826031/wamid.HBg...</c>.
/// The same in each delivery of the event. It may hold a phone number: do not log it.
/// </param>
/// <param name="Handler">The name of the handler.</param>
public readonly record struct WebhookKey(string Event, string Handler)
{
    /// <summary>The handler only: the event's part may hold a phone number.</summary>
    public override string ToString() => $"{Handler}(...)";
}
