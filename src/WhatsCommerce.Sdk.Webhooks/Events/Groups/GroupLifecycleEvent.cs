namespace WhatsCommerce.Webhooks;

/// <summary>A group was created or deleted, or this failed (<c>group_lifecycle_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[WebhookField("group_lifecycle_update", Items = "groups")]
public sealed partial record GroupLifecycleEvent : GroupEvent
{
    /// <summary><c>subject</c>: the subject of the group.</summary>
    [Wire("subject")]
    [Sensitive]
    public string? Subject { get; init; }

    /// <summary><c>description</c>: the description of the group.</summary>
    [Wire("description")]
    [Sensitive]
    public string? Description { get; init; }

    /// <summary><c>invite_link</c>: anyone who has it can join.</summary>
    [Wire("invite_link")]
    [Sensitive]
    public string? InviteLink { get; init; }

    /// <summary><c>join_approval_mode</c>: whether the business must approve participants.</summary>
    [Wire("join_approval_mode")]
    public JoinApprovalMode JoinApprovalMode { get; init; }

    /// <summary><c>added_participants</c>: the participants who joined.</summary>
    [Wire("added_participants")]
    public IReadOnlyList<GroupParticipant> AddedParticipants { get; init; } = [];
}
