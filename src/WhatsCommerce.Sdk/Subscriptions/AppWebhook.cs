namespace WhatsCommerce.Subscriptions;

/// <summary>Represents the webhook subscription of an app, as configured in Meta's dashboard under <i>Configuration</i>.</summary>
/// <remarks>Source: Meta, graph-api/reference/app/subscriptions and graph-api/webhooks/subscriptions-edge.</remarks>
public sealed record AppWebhook
{
    /// <summary>The <c>object</c> of WhatsApp's webhooks.</summary>
    public const string WhatsApp = "whatsapp_business_account";

    /// <summary><c>object</c>: the kind of object that the webhooks are about, such as <see cref="WhatsApp"/>.</summary>
    public string? Object { get; init; }

    /// <summary><c>callback_url</c>: the URL of the webhooks.</summary>
    [JsonPropertyName("callback_url")]
    public string? CallbackAddress { get; init; }

    /// <summary><c>active</c>: whether webhooks are delivered; <see langword="null"/> when Meta does not report it.</summary>
    [JsonPropertyName("active")]
    public bool? IsActive { get; init; }

    /// <summary><c>fields</c>: the subscribed fields, such as <c>messages</c>.</summary>
    public IReadOnlyList<AppWebhookField> Fields { get; init; } = [];
}
