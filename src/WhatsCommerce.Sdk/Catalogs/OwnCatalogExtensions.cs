using WhatsCommerce.Http;

namespace WhatsCommerce.Catalogs;

/// <summary>Which catalog is meant where none is named.</summary>
internal static class OwnCatalogExtensions
{
    /// <summary>The catalog that the caller named, or else the client's own.</summary>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    /// <exception cref="ArgumentException">It is no id.</exception>
    public static CatalogId OwnCatalog(this GraphTransport transport, CatalogId named) =>
        GraphPath.Check<CatalogId>(named.HasValue ? named : transport.Account.RequireCatalogId());
}
