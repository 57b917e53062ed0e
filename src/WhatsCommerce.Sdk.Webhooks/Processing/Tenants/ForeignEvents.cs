namespace WhatsCommerce.Webhooks;

/// <summary>Specifies what becomes of authentic events whose number or account is not a tenant's.</summary>
public enum ForeignEvents
{
    /// <summary>They do not run; they are counted, logged, and the delivery is answered as if they were not in it.</summary>
    Count = 0,

    /// <summary>
    /// They do not run, are counted and logged, and the delivery is answered 403 when its other events are handled: Meta delivers it again,
    /// for days, so that a tenant that the directory learns of later loses nothing.
    /// </summary>
    Refuse,
}
