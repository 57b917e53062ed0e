namespace WhatsCommerce.Subscriptions;

/// <summary>An app that gets the webhooks of an account.</summary>
public sealed record AppSubscription
{
    /// <summary><c>whatsapp_business_api_data</c>: which app.</summary>
    [JsonPropertyName("whatsapp_business_api_data")]
    public SubscribedApp? App { get; init; }

    /// <summary><c>override_callback_uri</c>: where to, when it is not the app's own address.</summary>
    [JsonPropertyName("override_callback_uri")]
    public string? CallbackAddress { get; init; }
}
