namespace WhatsCommerce;

/// <summary>Represents the tenant of a scope. A scoped service: webhooks set it while a handler runs.</summary>
/// <remarks>
/// For other work, such as a timer's, create a scope, call <see cref="Set"/>, and resolve what needs the tenant from that scope.
/// </remarks>
public sealed class CurrentTenant
{
    /// <summary>Gets the tenant; <see langword="null"/> until it is set.</summary>
    public WhatsCommerceTenant? Tenant { get; private set; }

    /// <summary>Gets the business phone number of the scope: that of the event; absent if there is none.</summary>
    public PhoneNumberId PhoneNumberId { get; private set; }

    /// <summary>Gets the WhatsApp Business account of the scope; absent if there is none.</summary>
    public BusinessAccountId BusinessAccountId { get; private set; }

    /// <summary>Sets the tenant; must be called before a service that depends on it is resolved from the scope.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="route">The number and the account, if they are not the first of the tenant.</param>
    public void Set(WhatsCommerceTenant tenant, TenantRoute? route = null)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Tenant = tenant;
        PhoneNumberId = route?.PhoneNumberId ?? default;
        BusinessAccountId = route?.BusinessAccountId ?? default;
    }

    /// <summary>Returns the tenant.</summary>
    public override string ToString() => Tenant?.ToString() ?? "no tenant";
}
