namespace WhatsCommerce.Webhooks;

/// <summary>Something changed about a template: its status, quality, category or content.</summary>
/// <remarks>Handle this one to forget what you remember of a template.</remarks>
public abstract partial record TemplateEvent : WebhookEvent
{
    private protected TemplateEvent() { }

    private protected TemplateEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>message_template_id</c>.</summary>
    [Wire("message_template_id", IsId = true)]
    public string? TemplateId { get; init; }

    /// <summary><c>message_template_name</c>.</summary>
    [Wire("message_template_name")]
    public string? TemplateName { get; init; }

    /// <summary><c>message_template_language</c>, such as <c>en_US</c>.</summary>
    [Wire("message_template_language")]
    public string? Language { get; init; }
}
