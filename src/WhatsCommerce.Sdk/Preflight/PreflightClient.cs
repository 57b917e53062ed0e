using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;

namespace WhatsCommerce;

/// <summary>
/// Checks before a message is sent whether its products can be shown, and why not: Meta's own error 131009 tells neither which product is
/// affected nor that it is the shop. Available as <see cref="WhatsCommerceClient.Preflight"/>.
/// </summary>
/// <remarks>
/// The results are cached as configured by <see cref="WhatsCommerceOptions.Preflight"/>. They may have changed since, and Meta may have
/// other reasons to reject a message, so a successful check is no guarantee. Requires a token with <c>catalog_management</c> and
/// <c>whatsapp_business_management</c>.
/// </remarks>
public class PreflightClient
{
    private readonly GraphTransport _transport = null!;
    private readonly PreflightStates _states = null!;

    internal PreflightClient(GraphTransport transport, CatalogsClient catalogs, CommerceClient commerce)
    {
        _transport = transport;
        _states = new PreflightStates(transport, catalogs, commerce);
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected PreflightClient() { }

    /// <summary>Checks whether this client's number can send products.</summary>
    /// <remarks>
    /// Queries the connected catalog, the commerce settings, for an Indian number the compliance data, and the products, fifty at a time.
    /// Parents of variants are identified by the group id of their variants.
    /// </remarks>
    /// <param name="retailerIds">The products, any number; without any, only the shop is checked.</param>
    /// <param name="catalogId">
    /// The catalog of the message; by default the client's own, or the connected one if the client has none.
    /// </param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="ArgumentException">A retailer id is blank.</exception>
    /// <exception cref="InvalidOperationException">The client has no number or no WhatsApp Business account.</exception>
    /// <exception cref="GraphException">Meta rejected a request, or could not be reached.</exception>
    public virtual Task<PreflightReport> CheckSendableAsync(
        IEnumerable<RetailerId> retailerIds, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retailerIds);
        RetailerId[] ids = [.. retailerIds.Distinct()];
        if (Array.Exists(ids, id => !id.HasValue))
        {
            throw new ArgumentException(
                "A retailer id is blank; give the ids (SKUs, content ids) under which the business knows the items.", nameof(retailerIds));
        }

        GraphAccount account = _transport.Account;
        CatalogId own = account.Tenant is null ? account.Options.CatalogId : account.Tenant.CatalogId;
        return CheckAsync(ids, catalogId.HasValue ? catalogId : own, cancellationToken);
    }

    /// <summary>Clears the cache, for example after a change to the catalog or the settings; the next check queries again.</summary>
    public virtual void ClearCache() => _states.Clear();

    /// <summary>Like <see cref="CheckSendableAsync"/>, with the connected catalog as default.</summary>
    internal async Task<PreflightReport> CheckAsync(IReadOnlyList<RetailerId> ids, CatalogId named, CancellationToken cancellationToken)
    {
        ShopState shop = await _states.GetShopAsync(cancellationToken).ConfigureAwait(false);
        CatalogId connected = shop.Connected.Contains(named) ? named : shop.Connected is [CatalogId first, ..] ? first : default;
        bool isOther = named.HasValue && connected.HasValue && named != connected;

        Dictionary<RetailerId, UnsendableProduct?> found =
            await _states.GetProductsAsync(connected.HasValue ? connected : named, ids, shop.IsIndian, cancellationToken)
                .ConfigureAwait(false);
        if (isOther)
        {
            await MarkOthersAsync(found, named, shop.IsIndian, cancellationToken).ConfigureAwait(false);
        }

        return new PreflightReport
        {
            CatalogId = named,
            ConnectedCatalogId = connected,
            ShopProblems = (connected.HasValue ? ShopProblems.None : ShopProblems.NoCatalogConnected)
                | (isOther ? ShopProblems.OtherCatalogConnected : ShopProblems.None)
                | (shop.IsVisible ? ShopProblems.None : ShopProblems.CatalogHidden)
                | (shop.IsIndian && !shop.HasCompliance ? ShopProblems.BusinessComplianceMissing : ShopProblems.None),
            Sendable = [.. ids.Where(id => found[id] is null)],
            Unsendable = [.. ids.Select(id => found[id]).OfType<UnsendableProduct>()],
        };
    }

    // Products that are missing in the connected catalog may be in the given one.
    private async Task MarkOthersAsync(
        Dictionary<RetailerId, UnsendableProduct?> found, CatalogId named, bool isIndian, CancellationToken cancellationToken)
    {
        RetailerId[] missing = [.. found.Values.OfType<UnsendableProduct>().Where(IsMissing).Select(product => product.RetailerId)];
        foreach ((RetailerId id, UnsendableProduct? there) in await _states.GetProductsAsync(named, missing, isIndian, cancellationToken)
            .ConfigureAwait(false))
        {
            if (there is null)
            {
                found[id] = new UnsendableProduct { RetailerId = id, Problems = ProductProblems.InOtherCatalog };
            }
            else if (!IsMissing(there))
            {
                found[id] = there with { Problems = there.Problems | ProductProblems.InOtherCatalog };
            }
        }
    }

    private static bool IsMissing(UnsendableProduct product) => product.Problems.HasFlag(ProductProblems.Missing);
}
