namespace WhatsCommerce.PhoneNumbers;

/// <summary>Whether the signature of a number's public key is valid; unlisted values are kept.</summary>
/// <remarks>Source: Meta, whatsapp_business_encryption reference.</remarks>
[OpenWord]
public readonly partial record struct PublicKeySignatureStatus
{
    /// <summary>Flows can use the key.</summary>
    [Word("VALID")]
    public static partial PublicKeySignatureStatus Valid { get; }

    /// <summary>The key must be set again, for instance because the number was registered again.</summary>
    [Word("MISMATCH")]
    public static partial PublicKeySignatureStatus Mismatch { get; }
}
