namespace WhatsCommerce;

/// <summary>How the send under a key stands; what an <see cref="ISendLedger"/> answers to one who wants to send.</summary>
public enum SendState
{
    /// <summary>
    /// An earlier send under the key ended without an answer, or was cut off: it may or may not have been sent, and must not be sent again.
    /// </summary>
    Unknown = 0,

    /// <summary>The key was free, and the intent is stored now: send the message.</summary>
    Begun,

    /// <summary>Somebody else is sending it just now.</summary>
    UnderWay,

    /// <summary>Meta took it over: there is its id.</summary>
    Sent,
}
