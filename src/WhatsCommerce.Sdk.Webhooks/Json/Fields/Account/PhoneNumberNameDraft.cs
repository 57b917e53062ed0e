namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>phone_number_name_update</c>.</summary>
internal struct PhoneNumberNameDraft : IValueDraft
{
    private string? _decision;
    private string? _requestedName;
    private string? _rejectionReason;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        8 when member.Is("decision"u8) => r.TryString(out _decision),
        16 when member.Is("rejection_reason"u8) => r.TryString(out _rejectionReason),
        23 when member.Is("requested_verified_name"u8) => r.TryString(out _requestedName),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new PhoneNumberNameEvent(head)
    {
        Decision = new(_decision),
        RequestedName = _requestedName,
        RejectionReason = new(_rejectionReason),
    };
}
