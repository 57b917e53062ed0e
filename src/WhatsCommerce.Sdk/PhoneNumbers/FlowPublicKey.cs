namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the public key of a number, with which WhatsApp encrypts the data that flows send to their endpoint.</summary>
/// <remarks>Source: Meta, whatsapp_business_encryption reference.</remarks>
public sealed record FlowPublicKey : IGraphResponse
{
    internal static string Fields => "business_public_key,business_public_key_signature_status";

    /// <summary><c>business_public_key</c>: the key as PEM; <see langword="null"/> or blank when none was set.</summary>
    [JsonPropertyName("business_public_key")]
    public string? Pem { get; init; }

    /// <summary><c>business_public_key_signature_status</c>: whether Meta's signature of the key is that of the number.</summary>
    [JsonPropertyName("business_public_key_signature_status")]
    public PublicKeySignatureStatus SignatureStatus { get; init; }

    bool IGraphResponse.IsComplete => true;
}
