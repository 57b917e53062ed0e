namespace WhatsCommerce.Webhooks;

/// <summary>An error that does not concern a single message or status (value-level <c>errors</c>).</summary>
/// <remarks>
/// For instance messages that are sent too fast, or a webhook that was not delivered in time. Source: Meta,
/// webhooks/reference/messages/errors.
/// </remarks>
public sealed partial record ErrorsEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public ErrorsEvent() { }

    internal ErrorsEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>errors</c>; at least one.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }
}
