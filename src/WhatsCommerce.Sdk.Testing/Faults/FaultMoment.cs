namespace WhatsCommerce.Testing;

/// <summary>When a fault strikes.</summary>
public enum FaultMoment
{
    /// <summary>Before the request is judged: nothing is sent.</summary>
    BeforeAccepting,

    /// <summary>After the request was carried out: a good message goes out, and the client does not hear of it.</summary>
    AfterAccepting,
}
