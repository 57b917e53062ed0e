namespace WhatsCommerce.Webhooks;

/// <summary>
/// Meta takes the messages of a template to be of another category than its own (<c>template_correct_category_detection</c>).
/// </summary>
/// <remarks>
/// Nothing was changed yet; a change comes as <see cref="TemplateCategoryEvent"/>. Source: Meta,
/// direct-send/integrity-and-content-guidelines.
/// </remarks>
[WebhookField("template_correct_category_detection")]
public sealed partial record TemplateCategoryDetectionEvent : TemplateEvent
{
    /// <summary><c>category</c> (or <c>current_category</c>): what it is.</summary>
    [Wire("category", "current_category")]
    public TemplateCategory Category { get; init; }

    /// <summary><c>correct_category</c> (or <c>suggested_category</c>): what it should be.</summary>
    [Wire("correct_category", "suggested_category")]
    public TemplateCategory CorrectCategory { get; init; }
}
