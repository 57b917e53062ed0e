namespace WhatsCommerce.Http;

/// <summary>Which object is meant: the one that the caller named, or else the client's own.</summary>
internal static class OwnIdExtensions
{
    /// <summary>The catalog.</summary>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    /// <exception cref="ArgumentException">It is not a valid id.</exception>
    public static CatalogId OwnCatalog(this GraphTransport transport, CatalogId named) =>
        GraphPath.Check<CatalogId>(named.HasValue ? named : transport.Account.RequireCatalogId());

    /// <summary>The WhatsApp Business account.</summary>
    /// <inheritdoc cref="OwnCatalog" path="/exception"/>
    public static BusinessAccountId OwnAccount(this GraphTransport transport, BusinessAccountId named) =>
        GraphPath.Check<BusinessAccountId>(named.HasValue ? named : transport.Account.RequireBusinessAccountId());

    /// <summary>The business portfolio.</summary>
    /// <inheritdoc cref="OwnCatalog" path="/exception"/>
    public static BusinessId OwnBusiness(this GraphTransport transport, BusinessId named) =>
        GraphPath.Check<BusinessId>(named.HasValue ? named : transport.Account.RequireBusinessId());
}
