namespace WhatsCommerce.Webhooks;

/// <summary>An event of a template: its status, quality, category or content changed.</summary>
/// <remarks>Handle this type to invalidate cached data of a template.</remarks>
public abstract partial record TemplateEvent : WebhookEvent
{
    private protected TemplateEvent() { }

    private protected TemplateEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>message_template_id</c>: the id of the template.</summary>
    [Wire("message_template_id", IsId = true)]
    public string? TemplateId { get; init; }

    /// <summary><c>message_template_name</c>: the name of the template.</summary>
    [Wire("message_template_name")]
    public string? TemplateName { get; init; }

    /// <summary><c>message_template_language</c>, such as <c>en_US</c>.</summary>
    [Wire("message_template_language")]
    public string? Language { get; init; }
}
