namespace WhatsCommerce.Webhooks;

/// <summary>Why a customer sent address cards; unlisted values are kept.</summary>
/// <remarks>Source: Meta, business-scoped-user-ids.</remarks>
[OpenWord]
public readonly partial record struct ContactOrigin
{
    /// <summary>The customer answered a request for the own number.</summary>
    [Word("contact_request")]
    public static partial ContactOrigin ContactRequest { get; }

    /// <summary>The customer sent them unasked.</summary>
    [Word("other")]
    public static partial ContactOrigin Other { get; }
}
