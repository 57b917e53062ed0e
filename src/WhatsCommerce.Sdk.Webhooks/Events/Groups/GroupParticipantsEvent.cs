namespace WhatsCommerce.Webhooks;

/// <summary>Somebody joined or left a group, or wants to join (<c>group_participants_update</c>).</summary>
/// <remarks>
/// <see cref="WebhookEvent.Customer"/> is the customer who wants to join, or the participant if there is only one. Source: Meta,
/// groups/webhooks and business-scoped-user-ids.
/// </remarks>
[WebhookField("group_participants_update", Items = "groups")]
[WireHead(WaId = "wa_id", UserId = "user_id", ParentUserId = "parent_user_id", Username = "username")]
public sealed partial record GroupParticipantsEvent : GroupEvent
{
    /// <summary><c>added_participants</c>: the participants who joined.</summary>
    [Wire("added_participants")]
    public IReadOnlyList<GroupParticipant> AddedParticipants { get; init; } = [];

    /// <summary><c>removed_participants</c>: the participants who left or were removed.</summary>
    [Wire("removed_participants")]
    public IReadOnlyList<GroupParticipant> RemovedParticipants { get; init; } = [];

    /// <summary><c>failed_participants</c>: those who could not be removed.</summary>
    [Wire("failed_participants")]
    public IReadOnlyList<GroupParticipant> FailedParticipants { get; init; } = [];

    /// <summary><c>initiated_by</c>: who removed them.</summary>
    [Wire("initiated_by")]
    public GroupInitiator InitiatedBy { get; init; }

    /// <summary><c>reason</c>, such as <c>invite_link</c>.</summary>
    [Wire("reason")]
    public string? Reason { get; init; }

    /// <summary><c>join_request_id</c>: the id to approve or reject the request.</summary>
    [Wire("join_request_id", IsId = true)]
    [Sensitive]
    public string? JoinRequestId { get; init; }
}
