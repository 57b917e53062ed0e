namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether payments can be received (<c>status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/payment_configuration_update.</remarks>
[OpenWord]
public readonly partial record struct PaymentConfigurationStatus
{
    /// <summary>Tested and ready.</summary>
    [Word("Active")]
    public static partial PaymentConfigurationStatus Active { get; }

    /// <summary>The payment gateway was disconnected.</summary>
    [Word("Needs Connecting")]
    public static partial PaymentConfigurationStatus NeedsConnecting { get; }

    /// <summary>The payment gateway is connected, but not tested yet.</summary>
    [Word("Needs Testing")]
    public static partial PaymentConfigurationStatus NeedsTesting { get; }
}
