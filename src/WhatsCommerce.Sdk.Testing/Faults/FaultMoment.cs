namespace WhatsCommerce.Testing;

/// <summary>Specifies when a fault occurs.</summary>
public enum FaultMoment
{
    /// <summary>Before the request is processed: nothing is sent.</summary>
    BeforeAccepting,

    /// <summary>After the request was carried out: a valid message is sent, but the client does not get the success response.</summary>
    AfterAccepting,
}
