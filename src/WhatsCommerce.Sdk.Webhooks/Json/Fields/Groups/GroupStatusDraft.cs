namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>groups[]</c> of <c>group_status_update</c>.</summary>
internal struct GroupStatusDraft : IItemDraft
{
    private GroupNaming _group;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => _group.TryTake(ref r, member, ref rest);

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new GroupStatusEvent(head with
        {
            Timestamp = _group.Timestamp ?? head.Timestamp,
        })
        {
            GroupId = _group.GroupId,
            Type = new(_group.Type),
            RequestId = _group.RequestId,
            Errors = _group.Errors ?? [],
        };
    }
}
