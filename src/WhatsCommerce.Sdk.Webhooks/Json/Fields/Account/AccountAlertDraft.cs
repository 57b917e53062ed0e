namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>account_alerts</c>. What Meta puts into <c>alert_info</c> stood beside it in older versions.</summary>
internal struct AccountAlertDraft : IValueDraft
{
    private string? _entityType;
    private string? _entityId;
    private string? _type;
    private string? _severity;
    private string? _status;
    private string? _description;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        9 when member.Is("entity_id"u8) => r.TryString(out _entityId),
        10 when member.Is("alert_type"u8) => r.TryString(out _type),
        10 when member.Is("alert_info"u8) => Draft.TryFillInner(ref this, ref r, ref rest, "alert_info."),
        11 when member.Is("entity_type"u8) => r.TryString(out _entityType),
        12 when member.Is("alert_status"u8) => r.TryString(out _status),
        14 when member.Is("alert_severity"u8) => r.TryString(out _severity),
        17 when member.Is("alert_description"u8) => r.TryString(out _description),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new AccountAlertEvent(head)
    {
        Type = new(_type),
        Severity = new(_severity),
        Status = new(_status),
        Description = _description,
        EntityType = new(_entityType),
        EntityId = _entityId,
    };
}
