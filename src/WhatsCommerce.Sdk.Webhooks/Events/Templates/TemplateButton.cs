namespace WhatsCommerce.Webhooks;

/// <summary>A button of a template (<c>message_template_buttons[]</c>).</summary>
[WebhookPart]
public sealed partial record TemplateButton
{
    /// <summary><c>message_template_button_type</c>: the type of the button.</summary>
    [Wire("message_template_button_type")]
    public TemplateButtonType Type { get; init; }

    /// <summary><c>message_template_button_text</c>: the label of the button.</summary>
    [Wire("message_template_button_text")]
    [Sensitive]
    public string? Text { get; init; }

    /// <summary><c>message_template_button_url</c>, as defined: it may contain a placeholder.</summary>
    [Wire("message_template_button_url")]
    [Sensitive]
    public string? Url { get; init; }

    /// <summary><c>message_template_button_phone_number</c>: the phone number that the button calls.</summary>
    [Wire("message_template_button_phone_number")]
    [Sensitive]
    public string? PhoneNumber { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
