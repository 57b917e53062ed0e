namespace WhatsCommerce.Testing;

/// <summary>Specifies whether a customer allows the business to call.</summary>
public enum EmulatedCallPermission
{
    /// <summary>The business may not call.</summary>
    None,

    /// <summary>The business may call for seven days from the time at which the customer allowed it.</summary>
    Temporary,

    /// <summary>The business may call until the customer revokes it.</summary>
    Permanent,
}
