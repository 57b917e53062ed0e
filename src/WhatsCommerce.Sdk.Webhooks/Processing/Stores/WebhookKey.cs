namespace WhatsCommerce.Webhooks;

/// <summary>The key of the deduplication: one event for one handler.</summary>
public readonly record struct WebhookKey
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="event">See <see cref="Event"/>.</param>
    /// <param name="handler">See <see cref="Handler"/>.</param>
    public WebhookKey(string @event, string handler)
    {
        Event = @event;
        Handler = handler;
    }

    /// <summary>
    /// The event: the name of the endpoint, the field, and what distinguishes the event from others, such as
    /// <c>/messages/message/113907458826031/wamid.HBg...</c>. It is the same in each delivery of the event. It may contain a phone number:
    /// do not log it.
    /// </summary>
    public string Event { get; init; }

    /// <summary>The name of the handler.</summary>
    public string Handler { get; init; }

    /// <summary>Returns the handler only, since the event's part may contain a phone number.</summary>
    public override string ToString() => $"{Handler}(...)";
}
