namespace WhatsCommerce.Subscriptions;

/// <summary>Represents an app that receives the webhooks of an account.</summary>
public sealed record AppSubscription
{
    /// <summary><c>whatsapp_business_api_data</c>: the app.</summary>
    [JsonPropertyName("whatsapp_business_api_data")]
    public SubscribedApp? App { get; init; }

    /// <summary><c>override_callback_uri</c>: the URL of the webhooks, if it is not that of the app.</summary>
    [JsonPropertyName("override_callback_uri")]
    public string? CallbackAddress { get; init; }
}
