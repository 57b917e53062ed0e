namespace WhatsCommerce.Webhooks;

/// <summary>A template was edited (<c>message_template_components_update</c>); has all components of the new version.</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_components_update.</remarks>
[WebhookField("message_template_components_update")]
public sealed partial record TemplateComponentsEvent : TemplateEvent
{
    /// <summary><c>message_template_title</c>: the text of its header.</summary>
    [Wire("message_template_title")]
    [Sensitive]
    public string? Header { get; init; }

    /// <summary><c>message_template_element</c>: the text of the body.</summary>
    [Wire("message_template_element")]
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>message_template_footer</c>: the text of the footer.</summary>
    [Wire("message_template_footer")]
    [Sensitive]
    public string? Footer { get; init; }

    /// <summary><c>message_template_buttons</c>, in the order shown.</summary>
    [Wire("message_template_buttons")]
    public IReadOnlyList<TemplateButton> Buttons { get; init; } = [];
}
