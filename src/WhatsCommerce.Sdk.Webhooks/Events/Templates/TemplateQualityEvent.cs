namespace WhatsCommerce.Webhooks;

/// <summary>The quality rating of a template changed (<c>message_template_quality_update</c>).</summary>
/// <remarks>
/// Meta's page shows it under the field <c>message_template_status_update</c> too: the members decide. Source: Meta,
/// webhooks/reference/message_template_quality_update.
/// </remarks>
[WebhookField("message_template_quality_update")]
public sealed partial record TemplateQualityEvent : TemplateEvent
{
    /// <summary><c>previous_quality_score</c>: the quality rating before the change.</summary>
    [Wire("previous_quality_score")]
    public TemplateQuality PreviousQuality { get; init; }

    /// <summary><c>new_quality_score</c>: the quality rating after the change.</summary>
    [Wire("new_quality_score")]
    public TemplateQuality NewQuality { get; init; }
}
