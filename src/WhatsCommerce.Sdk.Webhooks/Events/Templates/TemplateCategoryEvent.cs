namespace WhatsCommerce.Webhooks;

/// <summary>A template changed its category, or is about to (<c>template_category_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/template_category_update.</remarks>
[WebhookField("template_category_update")]
public sealed partial record TemplateCategoryEvent : TemplateEvent
{
    /// <summary><c>previous_category</c>: the previous category; absent before the change.</summary>
    [Wire("previous_category")]
    public TemplateCategory PreviousCategory { get; init; }

    /// <summary><c>new_category</c>: the new category.</summary>
    [Wire("new_category")]
    public TemplateCategory NewCategory { get; init; }

    /// <summary><c>correct_category</c>: the future category; absent after the change.</summary>
    [Wire("correct_category")]
    public TemplateCategory CorrectCategory { get; init; }

    /// <summary><c>category_update_timestamp</c>: the time of the change.</summary>
    [Wire("category_update_timestamp")]
    public DateTimeOffset? ChangesAt { get; init; }
}
