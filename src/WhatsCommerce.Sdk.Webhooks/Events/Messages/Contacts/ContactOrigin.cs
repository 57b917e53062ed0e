namespace WhatsCommerce.Webhooks;

/// <summary>Represents why a customer sent contact cards; unlisted values are kept.</summary>
/// <remarks>Source: Meta, business-scoped-user-ids.</remarks>
[OpenWord]
public readonly partial record struct ContactOrigin
{
    /// <summary>The customer answered a request for the phone number.</summary>
    [Word("contact_request")]
    public static partial ContactOrigin ContactRequest { get; }

    /// <summary>The customer sent them without a request.</summary>
    [Word("other")]
    public static partial ContactOrigin Other { get; }
}
