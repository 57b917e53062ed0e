namespace WhatsCommerce.Testing;

/// <summary>How an <see cref="EmulatedCall"/> stands.</summary>
public enum EmulatedCallState
{
    /// <summary>The phone of the one who is called rings.</summary>
    Ringing,

    /// <summary>It was answered.</summary>
    Connected,

    /// <summary>It is over: hung up, declined, or not answered in time.</summary>
    Ended,
}
