namespace WhatsCommerce.Testing;

/// <summary>How far a delivery to the callback has come.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its turn, on its way, or waiting to be sent again.</summary>
    Pending = 0,

    /// <summary>The callback answered 200.</summary>
    Delivered,

    /// <summary>The last attempt failed too; it is not sent again.</summary>
    GivenUp,

    /// <summary>Lost by Meta, since <see cref="EmulatedWebhookFault.Drop"/> struck: never sent.</summary>
    Dropped,
}
