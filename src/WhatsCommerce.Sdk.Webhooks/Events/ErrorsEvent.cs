namespace WhatsCommerce.Webhooks;

/// <summary>Something went wrong that belongs to no single message or status (<c>errors</c> beside or in place of them).</summary>
/// <remarks>
/// Such as messages sent too fast, or a webhook that could not be delivered in time. Source: Meta, webhooks/reference/messages/errors.
/// </remarks>
public sealed partial record ErrorsEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public ErrorsEvent()
    {
    }

    internal ErrorsEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>errors</c>; at least one.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }
}
