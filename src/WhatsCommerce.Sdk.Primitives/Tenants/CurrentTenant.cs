namespace WhatsCommerce;

/// <summary>The tenant that a scope works for. A scoped service: webhooks set it for the run of a handler.</summary>
/// <remarks>
/// For other work, such as a timer's, create a scope, call <see cref="Set"/>, and resolve what needs the tenant from that scope.
/// </remarks>
public sealed class CurrentTenant
{
    /// <summary>Gets the tenant; <see langword="null"/> until it is set.</summary>
    public WhatsCommerceTenant? Tenant { get; private set; }

    /// <summary>Gets the business phone number that the scope works for: that of the event; absent when none is named.</summary>
    public PhoneNumberId PhoneNumberId { get; private set; }

    /// <summary>Gets the WhatsApp Business account that the scope works for; absent when none is named.</summary>
    public BusinessAccountId BusinessAccountId { get; private set; }

    /// <summary>Sets the tenant, before anything that depends on it is resolved from the scope.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="route">The number and the account, where they are not the first of the tenant.</param>
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
