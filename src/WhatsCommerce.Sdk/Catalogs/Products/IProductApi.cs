namespace WhatsCommerce.Catalogs;

/// <summary>Reads products. Source: Meta, marketing-api/reference/product-catalog/products.</summary>
internal interface IProductApi
{
    [Get("/{catalog}/products"), GraphOperation("list_products", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<Product>> List(
        CatalogId catalog,
        string fields,
        string? filter,
        [AliasAs("return_only_approved_products")] bool? onlyApproved,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Get("/{product}"), GraphOperation("get_product", IfRefused = ICatalogApi.IfRefused, ReadsInPart = true)]
    Task<Product> Get(ProductId product, string fields, CancellationToken cancellationToken);

    [Get("/{catalog}/product_groups"), GraphOperation("list_product_groups", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<ProductGroup>> ListGroups(
        CatalogId catalog, string fields, int limit, string? after, CancellationToken cancellationToken);
}
