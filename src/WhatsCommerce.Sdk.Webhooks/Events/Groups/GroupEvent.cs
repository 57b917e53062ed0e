using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Something happened in a group: it was created, changed, joined, left, suspended ...</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public abstract record GroupEvent : WebhookEvent
{
    private protected GroupEvent()
    {
    }

    private protected GroupEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>group_id</c>; absent when the group could not be created.</summary>
    public GroupId GroupId { get; init; }

    /// <summary><c>type</c>: what happened.</summary>
    public GroupEventType Type { get; init; }

    /// <summary><c>request_id</c>: the request of the business that this answers.</summary>
    public string? RequestId { get; init; }

    /// <summary><c>errors</c>: why it could not be done; empty otherwise.</summary>
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("GroupId", GroupId.Value).Member("Type", Type.Value).Member("Errors", Errors.Count);
        return true;
    }
}
