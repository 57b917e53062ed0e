namespace WhatsCommerce.Webhooks;

/// <summary>An event of a group: it was created, changed or suspended, or a participant joined or left.</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[WireHead(Timestamp = "timestamp")]
public abstract partial record GroupEvent : WebhookEvent
{
    private protected GroupEvent() { }

    private protected GroupEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>group_id</c>; absent when the group could not be created.</summary>
    [Wire("group_id")]
    public GroupId GroupId { get; init; }

    /// <summary><c>type</c>: what happened.</summary>
    [Wire("type")]
    public GroupEventType Type { get; init; }

    /// <summary><c>request_id</c>: the id of the business's request that caused it.</summary>
    [Wire("request_id", IsId = true)]
    public string? RequestId { get; init; }

    /// <summary><c>errors</c>: why the request failed; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];
}
