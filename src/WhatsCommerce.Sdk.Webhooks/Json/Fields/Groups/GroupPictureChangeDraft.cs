namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>profile_picture</c>.</summary>
internal struct GroupPictureChangeDraft : IPartDraft<GroupPictureChange>
{
    private string? _mimeType;
    private string? _sha256;
    private bool? _succeeded;
    private IReadOnlyList<GraphError>? _errors;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        6 when member.Is("sha256"u8) => r.TryString(out _sha256),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        9 when member.Is("mime_type"u8) => r.TryString(out _mimeType),
        17 when member.Is("update_successful"u8) => r.TryBoolean(out _succeeded),
        _ => false,
    };

    public readonly GroupPictureChange ToPart(AdditionalProperties rest) => new()
    {
        MimeType = _mimeType,
        Sha256 = _sha256,
        Succeeded = _succeeded,
        Errors = _errors ?? [],
        AdditionalProperties = rest,
    };
}
