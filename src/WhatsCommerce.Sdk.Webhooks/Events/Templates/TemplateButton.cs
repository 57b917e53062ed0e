using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A button of a template (<c>message_template_buttons[]</c>).</summary>
[WebhookPart]
public sealed record TemplateButton
{
    /// <summary><c>message_template_button_type</c>.</summary>
    [Wire("message_template_button_type")]
    public TemplateButtonType Type { get; init; }

    /// <summary><c>message_template_button_text</c>.</summary>
    [Wire("message_template_button_text")]
    public string? Text { get; init; }

    /// <summary><c>message_template_button_url</c>, as it was written: it may hold a placeholder.</summary>
    [Wire("message_template_button_url")]
    public string? Url { get; init; }

    /// <summary><c>message_template_button_phone_number</c>.</summary>
    [Wire("message_template_button_phone_number")]
    public string? PhoneNumber { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Type", Type.Value);
        return true;
    }
}
