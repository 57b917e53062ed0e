namespace WhatsCommerce;

/// <summary>Specifies the state of the send under a key, as an <see cref="ISendLedger"/> answers it to a sender.</summary>
public enum SendState
{
    /// <summary>
    /// An earlier send under the key ended without a response, or was interrupted: it may or may not have been sent, and must not be sent
    /// again.
    /// </summary>
    Unknown = 0,

    /// <summary>The key was free, and the intent is now stored: send the message.</summary>
    Begun,

    /// <summary>Another sender is sending it now.</summary>
    UnderWay,

    /// <summary>Meta accepted it: its id is known.</summary>
    Sent,
}
