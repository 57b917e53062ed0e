namespace WhatsCommerce.Webhooks;

/// <summary>Specifies how a forwarded delivery is signed (<c>X-Hub-Signature-256</c>).</summary>
public enum ForwardSignature
{
    /// <summary>Signed with the secret of the forward: the receiver needs no app secret.</summary>
    Anew = 0,

    /// <summary>
    /// Signed as received: body and header are those of Meta, and the receiver verifies them with the app secret. For whole deliveries
    /// only.
    /// </summary>
    AsReceived,
}
