namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>groups[]</c> of <c>group_settings_update</c>.</summary>
internal struct GroupSettingsDraft : IItemDraft
{
    private GroupTextChange? _subject;
    private GroupTextChange? _description;
    private GroupPictureChange? _profilePicture;
    private GroupNaming _group;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        13 when member.Is("group_subject"u8) => Draft.TryPart<GroupTextChangeDraft, GroupTextChange>(ref r, out _subject),
        15 when member.Is("profile_picture"u8) => Draft.TryPart<GroupPictureChangeDraft, GroupPictureChange>(ref r, out _profilePicture),
        17 when member.Is("group_description"u8) => Draft.TryPart<GroupTextChangeDraft, GroupTextChange>(ref r, out _description),
        _ => _group.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new GroupSettingsEvent(head with
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
            ProfilePicture = _profilePicture,
        };
    }
}
