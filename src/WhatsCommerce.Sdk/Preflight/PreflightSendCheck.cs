using WhatsCommerce.Messages;

namespace WhatsCommerce;

/// <summary>Runs the preflight for messages that show products; connects sending and catalogs, which do not reference each other.</summary>
internal sealed class PreflightSendCheck(PreflightClient preflight, GraphTransport transport) : ISendCheck
{
    public bool Concerns(OutboundMessage message) =>
        message is ProductMessage or ProductListMessage or ProductCarouselMessage or CatalogMessage
            && transport.Services.Options.Preflight.BeforeSending;

    public async Task<IReadOnlyList<UnsendableProduct>> CheckAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        (CatalogId catalog, IReadOnlyList<RetailerId> products) = Shown(message);
        PreflightReport report;
        try
        {
            report = await preflight.CheckAsync([.. products.Distinct()], catalog, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException exception)
        {
            // A failed check must not block a message; Meta validates it in any case.
            Log.PreflightFailed(transport.Services.Logger, exception);
            return [];
        }

        ProductProblems refusing = transport.Services.Options.Preflight.RefuseFor;
        bool isHopeless = products.Count > 0
            && report.Sendable.Count == 0
            && report.Unsendable.All(product => (product.Problems & refusing) != ProductProblems.None);
        return isHopeless || report.ShopProblems != ShopProblems.None
            ? throw new ProductsNotSendableException(message.Kind, report)
            : report.Unsendable;
    }

    private static (CatalogId Catalog, IReadOnlyList<RetailerId> Products) Shown(OutboundMessage message) => message switch
    {
        ProductMessage product => (product.CatalogId, product.Products),
        ProductListMessage list => (list.CatalogId, list.Products),
        ProductCarouselMessage carousel => (carousel.CatalogId, carousel.Products),

        // It has no catalog: it shows the connected one, with the picture of one of its products.
        CatalogMessage { Thumbnail: { HasValue: true } thumbnail } => (default, [thumbnail]),
        _ => (default, []),
    };
}
