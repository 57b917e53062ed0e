namespace WhatsCommerce.Storefronts;

/// <summary>What became of a webhook of a provider.</summary>
public enum ProviderWebhookResult
{
    /// <summary>It was applied, or was applied before: answer 200.</summary>
    Taken,

    /// <summary>It is genuine and reports nothing that the shop knows: answer 200, so that it is not repeated.</summary>
    Ignored,

    /// <summary>Its signature, age or certificate is not right: answer 401.</summary>
    Refused,

    /// <summary>It is genuine, and the provider could not be read back now: answer 503, so that it is repeated.</summary>
    TryLater,
}
