namespace WhatsCommerce.Webhooks;

/// <summary>Meta detected that a template has the wrong category (<c>template_correct_category_detection</c>).</summary>
/// <remarks>
/// Nothing has changed yet; a change is reported as a <see cref="TemplateCategoryEvent"/>. Source: Meta,
/// direct-send/integrity-and-content-guidelines.
/// </remarks>
[WebhookField("template_correct_category_detection")]
public sealed partial record TemplateCategoryDetectionEvent : TemplateEvent
{
    /// <summary><c>category</c> (or <c>current_category</c>): the current category.</summary>
    [Wire("category", "current_category")]
    public TemplateCategory Category { get; init; }

    /// <summary><c>correct_category</c> (or <c>suggested_category</c>): the correct category.</summary>
    [Wire("correct_category", "suggested_category")]
    public TemplateCategory CorrectCategory { get; init; }
}
