namespace WhatsCommerce.Webhooks;

/// <summary>
/// A message or status of a conversation that another responder handles, such as the Meta Business Agent (<c>standby</c>).
/// </summary>
/// <remarks>Do not reply to it, unless you want to take over the conversation. Source: Meta, webhooks/reference/standby.</remarks>
public sealed partial record StandbyEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public StandbyEvent() { }

    internal StandbyEvent(in EventHead head)
        : base(head) { }

    /// <summary>
    /// The observed event: a <see cref="MessageEvent"/> of the customer, a <see cref="MessageEchoEvent"/> of the other responder, or
    /// a <see cref="StatusEvent"/> of its message.
    /// </summary>
    [Printed]
    public required WebhookEvent Observed { get; init; }

    internal override string? Identity => Observed.Identity;
}
