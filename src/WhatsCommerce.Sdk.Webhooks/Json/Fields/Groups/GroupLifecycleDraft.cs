namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>groups[]</c> of <c>group_lifecycle_update</c>.</summary>
internal struct GroupLifecycleDraft : IItemDraft
{
    private string? _subject;
    private string? _description;
    private string? _inviteLink;
    private string? _joinApprovalMode;
    private IReadOnlyList<GroupParticipant>? _addedParticipants;
    private GroupNaming _group;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        7 when member.Is("subject"u8) => r.TryString(out _subject),
        11 when member.Is("description"u8) => r.TryString(out _description),
        11 when member.Is("invite_link"u8) => r.TryString(out _inviteLink),
        18 when member.Is("join_approval_mode"u8) => r.TryString(out _joinApprovalMode),
        18 when member.Is("added_participants"u8) => Draft.TryParts<GroupParticipantDraft, GroupParticipant>(ref r, member, ref rest, out _addedParticipants),
        _ => _group.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new GroupLifecycleEvent(head with
        {
            Timestamp = _group.Timestamp ?? head.Timestamp,
        })
        {
            GroupId = _group.GroupId,
            Type = new(_group.Type),
            RequestId = _group.RequestId,
            Errors = _group.Errors ?? [],
            Subject = _subject,
            Description = _description,
            InviteLink = _inviteLink,
            JoinApprovalMode = _joinApprovalMode,
            AddedParticipants = _addedParticipants ?? [],
        };
    }
}
