using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>The tenants of the app as shops: each has the id of its tenant, and its numbers and account.</summary>
/// <remarks>A tenant whose id is not a valid shop id is ignored.</remarks>
internal sealed class TenantStorefronts(IWhatsCommerceTenantDirectory tenants) : IStorefrontDirectory
{
    public async ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
        Listed(await tenants.FindAsync(shopId, cancellationToken).ConfigureAwait(false));

    public async ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(route);
        TenantRoute named = new() { PhoneNumberId = route.PhoneNumberId, BusinessAccountId = route.BusinessAccountId };
        WhatsCommerceTenant? found = await tenants.FindAsync(named, cancellationToken).ConfigureAwait(false);
        return found?.Owns(named) == true ? Listed(found) : null;
    }

    public async IAsyncEnumerable<StorefrontListing> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (WhatsCommerceTenant tenant in tenants.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Listed(tenant) is { } listing)
            {
                yield return listing;
            }
        }
    }

    private static StorefrontListing? Listed(WhatsCommerceTenant? tenant) => tenant is null || ShopIds.Problem(tenant.Id) is not null
        ? null
        : new(tenant.Id)
        {
            PhoneNumberIds = tenant.PhoneNumberIds,
            Account = WhatsCommerceAccount.FromTenant(tenant),
            Version = tenant.Version,
        };
}
