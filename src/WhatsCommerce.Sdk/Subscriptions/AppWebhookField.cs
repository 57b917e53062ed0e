namespace WhatsCommerce.Subscriptions;

/// <summary>Represents a field that an app is subscribed to.</summary>
[JsonConverter(typeof(AppWebhookFieldConverter))]
public sealed record AppWebhookField
{
    /// <summary><c>name</c>: the field, such as <c>messages</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>version</c>: the Graph API version of its webhooks, such as <c>v25.0</c>.</summary>
    public string? Version { get; init; }
}
