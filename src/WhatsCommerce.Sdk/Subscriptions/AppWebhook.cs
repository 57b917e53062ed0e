namespace WhatsCommerce.Subscriptions;

/// <summary>What an app gets webhooks about, and where to: what is set at Meta's dashboard under <i>Configuration</i>.</summary>
/// <remarks>Source: Meta, graph-api/reference/app/subscriptions and graph-api/webhooks/subscriptions-edge.</remarks>
public sealed record AppWebhook
{
    /// <summary>The <c>object</c> of WhatsApp's webhooks.</summary>
    public const string WhatsApp = "whatsapp_business_account";

    /// <summary><c>object</c>: the kind of object that the webhooks tell about, such as <see cref="WhatsApp"/>.</summary>
    public string? Object { get; init; }

    /// <summary><c>callback_url</c>: where to.</summary>
    [JsonPropertyName("callback_url")]
    public string? CallbackAddress { get; init; }

    /// <summary><c>active</c>: whether they are delivered; <see langword="null"/> when Meta does not say so.</summary>
    [JsonPropertyName("active")]
    public bool? IsActive { get; init; }

    /// <summary><c>fields</c>: which parts of the object, such as <c>messages</c>.</summary>
    public IReadOnlyList<AppWebhookField> Fields { get; init; } = [];
}
