namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>partner_solutions</c>.</summary>
internal struct PartnerSolutionDraft : IValueDraft
{
    private string? _kind;
    private string? _solutionId;
    private string? _status;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryString(out _kind),
        11 when member.Is("solution_id"u8) => r.TryId(out _solutionId),
        15 when member.Is("solution_status"u8) => r.TryString(out _status),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new PartnerSolutionEvent(head)
    {
        Kind = new(_kind),
        SolutionId = _solutionId,
        Status = new(_status),
    };
}
