namespace WhatsCommerce.Testing;

/// <summary>Specifies the state of a webhook delivery.</summary>
public enum DeliveryState
{
    /// <summary>Waiting, being sent, or waiting for a retry.</summary>
    Pending = 0,

    /// <summary>The callback responded with 200.</summary>
    Delivered,

    /// <summary>All attempts failed; it is not sent again.</summary>
    GivenUp,

    /// <summary>Never sent, because of <see cref="EmulatedWebhookFault.Drop"/>.</summary>
    Dropped,
}
