namespace WhatsCommerce.Webhooks;

/// <summary>
/// A payment configuration was connected, disconnected or activated (<c>payment_configuration_update</c>); India and Brazil.
/// </summary>
/// <remarks>Source: Meta, webhooks/reference/payment_configuration_update.</remarks>
[WebhookField("payment_configuration_update")]
public sealed partial record PaymentConfigurationEvent : WebhookEvent
{
    /// <summary><c>configuration_name</c>, which order details refer to.</summary>
    [Wire("configuration_name")]
    public string? ConfigurationName { get; init; }

    /// <summary><c>status</c>: whether payments can be received.</summary>
    [Wire("status")]
    public PaymentConfigurationStatus Status { get; init; }

    /// <summary><c>provider_name</c>: the payment gateway, such as <c>razorpay</c>.</summary>
    [Wire("provider_name")]
    public string? ProviderName { get; init; }

    /// <summary><c>provider_mid</c>: the account at the payment gateway.</summary>
    [Wire("provider_mid", IsId = true)]
    [Sensitive]
    public string? ProviderMerchantId { get; init; }

    /// <summary><c>created_timestamp</c>: when the configuration was created.</summary>
    [Wire("created_timestamp")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>updated_timestamp</c>: when the configuration last changed.</summary>
    [Wire("updated_timestamp")]
    public DateTimeOffset? UpdatedAt { get; init; }
}
