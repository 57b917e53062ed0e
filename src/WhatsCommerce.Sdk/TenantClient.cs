using WhatsCommerce.Messages;

namespace WhatsCommerce;

/// <summary>The client of a tenant: sends from its number, with its token.</summary>
/// <remarks>
/// A scoped service: the client of the <see cref="CurrentTenant"/> of the scope, in a webhook handler the tenant and the number of the
/// event. Elsewhere <see cref="IWhatsCommerceClientFactory"/> makes one.
/// </remarks>
public class TenantClient : WhatsCommerceClient
{
    internal TenantClient(GraphTransport transport, SentMessageObservers observers, OnceSender once, WhatsCommerceTenant tenant)
        : base(transport, observers, once) => Tenant = tenant;

    /// <summary>Initializes a test double that overrides the members.</summary>
    /// <param name="tenant">The tenant.</param>
    protected TenantClient(WhatsCommerceTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Tenant = tenant;
    }

    /// <summary>Gets the tenant.</summary>
    public virtual WhatsCommerceTenant Tenant { get; } = null!;
}
