using WhatsCommerce.Messages;

namespace WhatsCommerce;

/// <summary>Represents the client of a tenant, which sends from the tenant's number with the tenant's token.</summary>
/// <remarks>
/// A scoped service for the <see cref="CurrentTenant"/> of the scope; in a webhook handler, that is the tenant and the number of the event.
/// Elsewhere create one with <see cref="IWhatsCommerceClientFactory"/>.
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
