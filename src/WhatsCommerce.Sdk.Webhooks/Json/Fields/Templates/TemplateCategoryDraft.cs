namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>template_category_update</c>.</summary>
internal struct TemplateCategoryDraft : IValueDraft
{
    private string? _previousCategory;
    private string? _newCategory;
    private string? _correctCategory;
    private DateTimeOffset? _changesAt;
    private TemplateNaming _template;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        12 when member.Is("new_category"u8) => r.TryWord(out _newCategory),
        16 when member.Is("correct_category"u8) => r.TryWord(out _correctCategory),
        17 when member.Is("previous_category"u8) => r.TryWord(out _previousCategory),
        25 when member.Is("category_update_timestamp"u8) => r.TryTimestamp(out _changesAt),
        _ => _template.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new TemplateCategoryEvent(head)
    {
        TemplateId = _template.Id,
        TemplateName = _template.Name,
        Language = _template.Language,
        PreviousCategory = new(_previousCategory),
        NewCategory = new(_newCategory),
        CorrectCategory = new(_correctCategory),
        ChangesAt = _changesAt,
    };
}
