namespace WhatsCommerce.Webhooks;

/// <summary>Specifies what happens to authentic events whose number or account does not belong to a tenant.</summary>
public enum ForeignEvents
{
    /// <summary>They do not run; they are counted and logged, and the delivery is answered as if it did not contain them.</summary>
    Count = 0,

    /// <summary>
    /// They do not run, are counted and logged, and the delivery is answered 403 when its other events are handled: Meta delivers it again,
    /// for days, so that a tenant that is added to the directory later loses nothing.
    /// </summary>
    Refuse,
}
