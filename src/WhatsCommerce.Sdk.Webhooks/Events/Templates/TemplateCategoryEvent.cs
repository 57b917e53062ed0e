namespace WhatsCommerce.Webhooks;

/// <summary>A template changed its category, or is about to (<c>template_category_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/template_category_update.</remarks>
[WebhookField("template_category_update")]
public sealed partial record TemplateCategoryEvent : TemplateEvent
{
    /// <summary><c>previous_category</c>: what it was; absent while the change is to come.</summary>
    [Wire("previous_category")]
    public TemplateCategory PreviousCategory { get; init; }

    /// <summary><c>new_category</c>: what it is now.</summary>
    [Wire("new_category")]
    public TemplateCategory NewCategory { get; init; }

    /// <summary><c>correct_category</c>: what it will become; absent once it is done.</summary>
    [Wire("correct_category")]
    public TemplateCategory CorrectCategory { get; init; }

    /// <summary><c>category_update_timestamp</c>: when it will be changed.</summary>
    [Wire("category_update_timestamp")]
    public DateTimeOffset? ChangesAt { get; init; }
}
