using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <summary>Every endpoint of catalogs: verb, path and types. Source: Meta, marketing-api/reference/product-catalog.</summary>
internal static partial class CatalogEndpoints
{
    private const string IfRefused = " Is the id right, and does the token have catalog_management for that catalog and business?";

    private const string IfConnectionRefused =
        " Are both ids right, and does the token have catalog_management and whatsapp_business_management?";

    public static GraphEndpoint<PageAnswer<Catalog>> Owned(BusinessId business) =>
        new(HttpMethod.Get, $"{business}/owned_product_catalogs", GraphJson.Default.PageAnswerCatalog)
        { Operation = "list_owned_catalogs", Query = GraphQuery.Fields(Catalog.Fields), IfRefused = IfRefused };

    public static GraphEndpoint<PageAnswer<Catalog>> Client(BusinessId business) =>
        new(HttpMethod.Get, $"{business}/client_product_catalogs", GraphJson.Default.PageAnswerCatalog)
        { Operation = "list_client_catalogs", Query = GraphQuery.Fields(Catalog.Fields), IfRefused = IfRefused };

    public static GraphEndpoint<IdAnswer> Create(BusinessId business) =>
        new(HttpMethod.Post, $"{business}/owned_product_catalogs", GraphJson.Default.IdAnswer, answer => answer.Id is { Length: > 0 })
        { Operation = "create_catalog", IfRefused = IfRefused, Uncertainty = "Whether the catalog was created is not known: list the catalogs before creating it again." };

    public static GraphEndpoint<Catalog> Get(CatalogId catalog) =>
        new(HttpMethod.Get, $"{catalog}", GraphJson.Default.Catalog, answer => answer.Id.HasValue)
        {
            Operation = "get_catalog",
            Query = GraphQuery.Fields(Catalog.Fields),
            IfRefused = IfRefused,
            Read = body => PartialReader.Read(body, GraphJson.Default.Catalog),
        };

    public static GraphEndpoint<SuccessAnswer> Delete(CatalogId catalog, bool withLiveProductSets) =>
        new(HttpMethod.Delete, $"{catalog}", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "delete_catalog", Query = GraphQuery.None.With("allow_delete_catalog_with_live_product_set", withLiveProductSets ? true : null), IfRefused = IfRefused };

    public static GraphEndpoint<PageAnswer<Catalog>> Connected(BusinessAccountId account) =>
        new(HttpMethod.Get, $"{account}/product_catalogs", GraphJson.Default.PageAnswerCatalog)
        { Operation = "list_connected_catalogs", Query = GraphQuery.Fields(Catalog.Fields), IfRefused = IfConnectionRefused };

    public static GraphEndpoint<SuccessAnswer> Connect(BusinessAccountId account) =>
        new(HttpMethod.Post, $"{account}/product_catalogs", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "connect_catalog", IfRefused = IfConnectionRefused };

    public static GraphEndpoint<SuccessAnswer> Disconnect(BusinessAccountId account, CatalogId catalog) =>
        new(HttpMethod.Delete, $"{account}/product_catalogs", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "disconnect_catalog", Query = GraphQuery.None.With("catalog_id", GraphPath.Check(catalog)), IfRefused = IfConnectionRefused };
}
