namespace WhatsCommerce.Webhooks;

/// <summary>The content of one webhook delivery: everything that Meta sent in one POST, in order.</summary>
public sealed class WebhookNotification
{
    internal WebhookNotification(string? @object, List<WebhookEvent> events, AdditionalProperties additionalProperties)
    {
        Object = @object;
        Events = events;
        AdditionalProperties = additionalProperties;
    }

    /// <summary>
    /// Gets <c>object</c>, usually <c>whatsapp_business_account</c>; <see langword="null"/> when the body has none, as a value without its
    /// envelope.
    /// </summary>
    public string? Object { get; }

    /// <summary>Gets every event of every entry and change, in order.</summary>
    public IReadOnlyList<WebhookEvent> Events { get; }

    /// <summary>Gets the members of the body other than <c>object</c> and <c>entry</c>.</summary>
    public AdditionalProperties AdditionalProperties { get; }
}
