using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.Http;

namespace WhatsCommerce;

/// <summary>
/// Tells before a message is sent whether its products can be shown, and why not: Meta's own answer, error 131009, does not say which
/// product it is about, or that it is the shop. Available as <see cref="WhatsCommerceClient.Preflight"/>.
/// </summary>
/// <remarks>
/// What it finds is remembered for a while, as <see cref="WhatsCommerceOptions.Preflight"/> says. Something may change in between, and Meta
/// may know reasons of its own; so it is advice and no promise. Needs a token with <c>catalog_management</c> and
/// <c>whatsapp_business_management</c>.
/// </remarks>
public class PreflightClient
{
    private readonly GraphTransport _transport = null!;
    private readonly PreflightAnswers _answers = null!;

    internal PreflightClient(GraphTransport transport, CatalogsClient catalogs, CommerceClient commerce)
    {
        _transport = transport;
        _answers = new PreflightAnswers(transport, catalogs, commerce);
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected PreflightClient()
    {
    }

    /// <summary>Checks whether this client's number can send products.</summary>
    /// <remarks>
    /// Asks which catalog is connected, what the commerce settings are, for an Indian number whether the business has told its compliance
    /// data, and for the products, fifty at a time. Parents of variants are known by the group that their variants name.
    /// </remarks>
    /// <param name="retailerIds">The products, any number; without one it is the shop alone that is checked.</param>
    /// <param name="catalogId">The catalog that the message will name; the client's own by default, or the connected one where it
    /// has none.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="ArgumentException">A retailer id is blank.</exception>
    /// <exception cref="InvalidOperationException">The client has no number or no WhatsApp Business account.</exception>
    /// <exception cref="GraphException">Meta refused a question, or could not be reached.</exception>
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
    public virtual void ClearCache() => _answers.Clear();

    /// <summary>As <see cref="CheckSendableAsync"/>, of the connected catalog where none is named.</summary>
    internal async Task<PreflightReport> CheckAsync(IReadOnlyList<RetailerId> ids, CatalogId named, CancellationToken cancellationToken)
    {
        ShopState shop = await _answers.GetShopAsync(cancellationToken).ConfigureAwait(false);
        CatalogId connected = shop.Connected.Contains(named) ? named : shop.Connected is [CatalogId first, ..] ? first : default;
        bool isOther = named.HasValue && connected.HasValue && named != connected;

        Dictionary<RetailerId, UnsendableProduct?> found =
            await _answers.GetProductsAsync(connected.HasValue ? connected : named, ids, shop.IsIndian, cancellationToken)
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

    // Products that the connected catalog lacks may be in the one that was named.
    private async Task MarkOthersAsync(
        Dictionary<RetailerId, UnsendableProduct?> found, CatalogId named, bool isIndian, CancellationToken cancellationToken)
    {
        RetailerId[] missing = [.. found.Values.OfType<UnsendableProduct>().Where(IsMissing).Select(product => product.RetailerId)];
        foreach ((RetailerId id, UnsendableProduct? there) in await _answers.GetProductsAsync(named, missing, isIndian, cancellationToken)
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
