namespace WhatsCommerce.Webhooks;

/// <summary>What the check of a signature found.</summary>
public enum SignatureResult
{
    /// <summary>The request carries no signature.</summary>
    Missing = 0,

    /// <summary>The header is not <c>sha256=</c> and 64 hex digits.</summary>
    Malformed,

    /// <summary>The signature was made over another body or with another secret.</summary>
    Mismatch,

    /// <summary>The body came from someone who knows one of the secrets.</summary>
    Valid,
}
