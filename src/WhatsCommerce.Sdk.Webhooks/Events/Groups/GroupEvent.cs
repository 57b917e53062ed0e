namespace WhatsCommerce.Webhooks;

/// <summary>An event of a group: it was created or changed, a participant joined or left, it was suspended ...</summary>
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

    /// <summary><c>request_id</c>: the request of the business that this answers.</summary>
    [Wire("request_id", IsId = true)]
    public string? RequestId { get; init; }

    /// <summary><c>errors</c>: why it could not be done; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];
}
