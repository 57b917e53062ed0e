namespace WhatsCommerce.Catalogs;

/// <summary>Catalogs and their connections to accounts. Source: Meta, marketing-api/reference/product-catalog.</summary>
internal interface ICatalogApi
{
    /// <summary>What to check when Meta rejects a request about a catalog.</summary>
    const string IfRefused = " Is the id right, and does the token have catalog_management for that catalog and business?";

    private const string IfConnectionRefused =
        " Are both ids right, and does the token have catalog_management and whatsapp_business_management?";

    [Get("/{business}/owned_product_catalogs"), GraphOperation("list_owned_catalogs", IfRefused = IfRefused)]
    Task<PageResponse<Catalog>> ListOwned(
        BusinessId business, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{business}/client_product_catalogs"), GraphOperation("list_client_catalogs", IfRefused = IfRefused)]
    Task<PageResponse<Catalog>> ListClient(
        BusinessId business, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{catalog}"), GraphOperation("get_catalog", IfRefused = IfRefused, ReadsInPart = true)]
    Task<Catalog> Get(CatalogId catalog, string fields, CancellationToken cancellationToken);

    [Delete("/{catalog}"), GraphOperation("delete_catalog", IfRefused = IfRefused)]
    Task<SuccessResponse> Delete(
        CatalogId catalog, [AliasAs("allow_delete_catalog_with_live_product_set")] bool? withLiveSets, CancellationToken cancellationToken);

    [Get("/{account}/product_catalogs"), GraphOperation("list_connected_catalogs", IfRefused = IfConnectionRefused)]
    Task<PageResponse<Catalog>> ListConnected(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{account}/product_catalogs"), GraphOperation("connect_catalog", IfRefused = IfConnectionRefused)]
    Task<SuccessResponse> Connect(BusinessAccountId account, [Body] CatalogConnection connection, CancellationToken cancellationToken);

    [Delete("/{account}/product_catalogs"), GraphOperation("disconnect_catalog", IfRefused = IfConnectionRefused)]
    Task<SuccessResponse> Disconnect(
        BusinessAccountId account,
        [AliasAs("catalog_id"), Query(TreatAsString = true)] CatalogId catalog,
        CancellationToken cancellationToken);
}

/// <summary>The JSON that connects a catalog.</summary>
internal sealed record CatalogConnection(CatalogId CatalogId);
