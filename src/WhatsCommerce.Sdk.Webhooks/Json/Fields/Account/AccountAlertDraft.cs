namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>account_alerts</c>. What Meta puts into <c>alert_info</c> stood beside it in older versions.</summary>
internal struct AccountAlertDraft : IValueDraft
{
    private string? _entityType;
    private string? _entityId;
    private RankedText _type;
    private RankedText _severity;
    private RankedText _status;
    private RankedText _description;
    private bool _isInfo;

    private readonly int Rank => _isInfo ? 0 : 1;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        9 when member.Is("entity_id"u8) => r.TryId(out _entityId),
        10 when member.Is("alert_type"u8) => _type.TryTake(ref r, member, Rank, ref rest),
        10 when member.Is("alert_info"u8) => TakeInfo(ref r, ref rest),
        11 when member.Is("entity_type"u8) => r.TryString(out _entityType),
        12 when member.Is("alert_status"u8) => _status.TryTake(ref r, member, Rank, ref rest),
        14 when member.Is("alert_severity"u8) => _severity.TryTake(ref r, member, Rank, ref rest),
        17 when member.Is("alert_description"u8) => _description.TryTake(ref r, member, Rank, ref rest),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new AccountAlertEvent(head)
    {
        Type = new(_type.Value),
        Severity = new(_severity.Value),
        Status = new(_status.Value),
        Description = _description.Value,
        EntityType = new(_entityType),
        EntityId = _entityId,
    };

    private bool TakeInfo(ref JsonMemberReader r, ref Rest rest)
    {
        _isInfo = true;
        bool taken = Draft.TryFillInner(ref this, ref r, ref rest, "alert_info.");
        _isInfo = false;
        return taken;
    }
}
