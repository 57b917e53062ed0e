namespace WhatsCommerce.Webhooks;

/// <summary>Specifies how a forwarded delivery is signed (<c>X-Hub-Signature-256</c>).</summary>
public enum ForwardSignature
{
    /// <summary>Anew, with the secret of the forward: the receiver needs to know no app secret.</summary>
    Anew = 0,

    /// <summary>
    /// As it came: the bytes of the body and the header are those of Meta, and the receiver verifies them with the app secret. For whole
    /// deliveries only.
    /// </summary>
    AsReceived,
}
