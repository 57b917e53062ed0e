namespace WhatsCommerce.Http;

/// <summary>Resolves an id: the one that the caller passed, or else that of the client.</summary>
internal static class OwnIdExtensions
{
    /// <summary>Gets the catalog.</summary>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    /// <exception cref="ArgumentException">It is not a valid id.</exception>
    public static CatalogId OwnCatalog(this GraphTransport transport, CatalogId named) =>
        GraphPath.Check<CatalogId>(named.HasValue ? named : transport.Account.RequireCatalogId());

    /// <summary>Gets the WhatsApp Business account.</summary>
    /// <inheritdoc cref="OwnCatalog" path="/exception"/>
    public static BusinessAccountId OwnAccount(this GraphTransport transport, BusinessAccountId named) =>
        GraphPath.Check<BusinessAccountId>(named.HasValue ? named : transport.Account.RequireBusinessAccountId());

    /// <summary>Gets the business portfolio.</summary>
    /// <inheritdoc cref="OwnCatalog" path="/exception"/>
    public static BusinessId OwnBusiness(this GraphTransport transport, BusinessId named) =>
        GraphPath.Check<BusinessId>(named.HasValue ? named : transport.Account.RequireBusinessId());
}
