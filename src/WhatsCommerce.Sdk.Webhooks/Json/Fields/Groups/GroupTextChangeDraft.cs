namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>group_subject</c> and <c>group_description</c>.</summary>
internal struct GroupTextChangeDraft : IPartDraft<GroupTextChange>
{
    private string? _text;
    private bool? _succeeded;
    private IReadOnlyList<GraphError>? _errors;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        4 when member.Is("text"u8) => r.TryString(out _text),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        17 when member.Is("update_successful"u8) => r.TryBoolean(out _succeeded),
        _ => false,
    };

    public readonly GroupTextChange ToPart(AdditionalProperties rest) => new()
    {
        Text = _text,
        Succeeded = _succeeded,
        Errors = _errors ?? [],
        AdditionalProperties = rest,
    };
}
