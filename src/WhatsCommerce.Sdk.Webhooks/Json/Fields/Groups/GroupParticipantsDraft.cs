namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>groups[]</c> of <c>group_participants_update</c>.</summary>
internal struct GroupParticipantsDraft : IItemDraft
{
    private IReadOnlyList<GroupParticipant>? _added;
    private IReadOnlyList<GroupParticipant>? _removed;
    private IReadOnlyList<GroupParticipant>? _failed;
    private string? _initiatedBy;
    private string? _reason;
    private string? _joinRequestId;
    private GroupNaming _group;
    private CustomerNaming _customer;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        6 when member.Is("reason"u8) => r.TryString(out _reason),
        12 when member.Is("initiated_by"u8) => r.TryString(out _initiatedBy),
        15 when member.Is("join_request_id"u8) => r.TryId(out _joinRequestId),
        18 when member.Is("added_participants"u8) => Draft.TryParts<GroupParticipantDraft, GroupParticipant>(ref r, member, ref rest, out _added),
        19 when member.Is("failed_participants"u8) => Draft.TryParts<GroupParticipantDraft, GroupParticipant>(ref r, member, ref rest, out _failed),
        20 when member.Is("removed_participants"u8) => Draft.TryParts<GroupParticipantDraft, GroupParticipant>(ref r, member, ref rest, out _removed),
        _ => _group.TryTake(ref r, member, ref rest) || _customer.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new GroupParticipantsEvent(head with
        {
            Timestamp = _group.Timestamp ?? head.Timestamp,
            Customer = FindCustomer(),
        })
        {
            GroupId = _group.GroupId,
            Type = new(_group.Type),
            RequestId = _group.RequestId,
            Errors = _group.Errors ?? [],
            AddedParticipants = _added ?? [],
            RemovedParticipants = _removed ?? [],
            FailedParticipants = _failed ?? [],
            InitiatedBy = new(_initiatedBy),
            Reason = _reason,
            JoinRequestId = _joinRequestId,
        };
    }

    private readonly Customer FindCustomer()
    {
        if (!_customer.IsEmpty)
        {
            return _customer.ToCustomer();
        }

        GroupParticipant[] participants = [.. _added ?? [], .. _removed ?? [], .. _failed ?? []];
        return participants is [var only] ? only.Customer : Customer.Unknown;
    }
}
