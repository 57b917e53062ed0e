using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Somebody joined or left a group, or wants to join (<c>group_participants_update</c>).</summary>
/// <remarks>
/// <see cref="WebhookEvent.Customer"/> is who wants to join, or the participant where there is but one. Source: Meta,
/// groups/webhooks and business-scoped-user-ids.
/// </remarks>
public sealed record GroupParticipantsEvent : GroupEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public GroupParticipantsEvent()
    {
    }

    internal GroupParticipantsEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>added_participants</c>.</summary>
    public IReadOnlyList<GroupParticipant> AddedParticipants { get; init; } = [];

    /// <summary><c>removed_participants</c>.</summary>
    public IReadOnlyList<GroupParticipant> RemovedParticipants { get; init; } = [];

    /// <summary><c>failed_participants</c>: those who could not be removed.</summary>
    public IReadOnlyList<GroupParticipant> FailedParticipants { get; init; } = [];

    /// <summary><c>initiated_by</c>: who removed them.</summary>
    public GroupInitiator InitiatedBy { get; init; }

    /// <summary><c>reason</c>, such as <c>invite_link</c>.</summary>
    public string? Reason { get; init; }

    /// <summary><c>join_request_id</c>: what to accept or decline.</summary>
    public string? JoinRequestId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("AddedParticipants", AddedParticipants.Count)
            .Member("RemovedParticipants", RemovedParticipants.Count)
            .Member("FailedParticipants", FailedParticipants.Count);
        return true;
    }
}
