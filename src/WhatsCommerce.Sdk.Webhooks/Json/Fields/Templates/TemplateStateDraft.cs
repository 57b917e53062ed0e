namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads a status or a quality: Meta shows both under <c>message_template_status_update</c>, and what it holds tells them apart.</summary>
internal struct TemplateStateDraft : IValueDraft
{
    private string? _status;
    private string? _reason;
    private string? _category;
    private string? _previousQuality;
    private string? _newQuality;
    private TemplateNaming _template;
    private DisableInfo _disabling;
    private string? _noticeTitle;
    private string? _noticeText;
    private string? _rejectionDetails;
    private string? _recommendation;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryWord(out _status),
        6 when member.Is("reason"u8) => r.TryString(out _reason),
        10 when member.Is("other_info"u8) => Draft.TryTexts(
            ref r, ref rest, "other_info.", "title"u8, ref _noticeTitle, "description"u8, ref _noticeText),
        12 when member.Is("disable_info"u8) => Draft.TryFillInner(ref _disabling, ref r, ref rest, "disable_info."),
        14 when member.Is("rejection_info"u8) => Draft.TryTexts(
            ref r, ref rest, "rejection_info.", "reason"u8, ref _rejectionDetails, "recommendation"u8, ref _recommendation),
        17 when member.Is("new_quality_score"u8) => r.TryString(out _newQuality),
        22 when member.Is("previous_quality_score"u8) => r.TryString(out _previousQuality),
        25 when member.Is("message_template_category"u8) => r.TryWord(out _category),
        _ => _template.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => _status is null && (_previousQuality ?? _newQuality) is not null
        ? new TemplateQualityEvent(head)
        {
            TemplateId = _template.Id,
            TemplateName = _template.Name,
            Language = _template.Language,
            PreviousQuality = new(_previousQuality),
            NewQuality = new(_newQuality),
        }
        : new TemplateStatusEvent(head)
        {
            TemplateId = _template.Id,
            TemplateName = _template.Name,
            Language = _template.Language,
            Status = new(_status),
            Reason = new(_reason),
            Category = new(_category),
            DisabledAt = _disabling.Date,
            NoticeTitle = _noticeTitle,
            NoticeText = _noticeText,
            RejectionDetails = _rejectionDetails,
            Recommendation = _recommendation,
        };

    private struct DisableInfo : IDraft
    {
        public DateTimeOffset? Date;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Is("disable_date"u8) && r.TryTimestamp(out Date);
    }
}
