namespace WhatsCommerce.Webhooks;

/// <summary>One delivery of a webhook: everything that Meta told in one POST, in the order told.</summary>
public sealed class WebhookNotification
{
    internal WebhookNotification(string? @object, List<WebhookEvent> events, AdditionalProperties additionalProperties)
    {
        Object = @object;
        Events = events;
        AdditionalProperties = additionalProperties;
    }

    /// <summary><c>object</c>, <c>whatsapp_business_account</c> as a rule; <see langword="null"/> for a bare value.</summary>
    public string? Object { get; }

    /// <summary>Every event of every entry and change, in order.</summary>
    public IReadOnlyList<WebhookEvent> Events { get; }

    /// <summary>The members of the body beside <c>object</c> and <c>entry</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; }
}
