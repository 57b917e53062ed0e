namespace WhatsCommerce.Testing;

/// <summary>Specifies the state of an <see cref="EmulatedCall"/>.</summary>
public enum EmulatedCallState
{
    /// <summary>The phone of the called party rings.</summary>
    Ringing,

    /// <summary>The call was answered.</summary>
    Connected,

    /// <summary>The call has ended: hung up, declined, or not answered in time.</summary>
    Ended,
}
