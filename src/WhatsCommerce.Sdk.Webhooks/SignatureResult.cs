namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the result of verifying a signature.</summary>
public enum SignatureResult
{
    /// <summary>The request carries no signature.</summary>
    Missing = 0,

    /// <summary>The header is not <c>sha256=</c> followed by 64 hex digits.</summary>
    Malformed,

    /// <summary>The signature was computed over another body or with another secret.</summary>
    Mismatch,

    /// <summary>The body was signed with one of the secrets.</summary>
    Valid,
}
