namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of a provider's webhook, which determines the HTTP status to respond with.</summary>
public enum ProviderWebhookResult
{
    /// <summary>The webhook was applied, now or before: respond with 200.</summary>
    Taken,

    /// <summary>The webhook is authentic but concerns nothing that the shop knows: respond with 200, so that it is not retried.</summary>
    Ignored,

    /// <summary>The signature, age or certificate is invalid: respond with 401.</summary>
    Refused,

    /// <summary>The webhook is authentic, but the provider could not be reached: respond with 503, so that it is retried.</summary>
    TryLater,
}
