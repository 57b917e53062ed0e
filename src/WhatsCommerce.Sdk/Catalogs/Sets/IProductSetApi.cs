namespace WhatsCommerce.Catalogs;

/// <summary>Product sets. Source: Meta, marketing-api/reference/product-set.</summary>
internal interface IProductSetApi
{
    [Get("/{catalog}/product_sets"), GraphOperation("list_product_sets", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<ProductSet>> List(CatalogId catalog, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{set}/products"), GraphOperation("list_products", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<Product>> ListProducts(
        ProductSetId set, string fields, string? filter, int limit, string? after, CancellationToken cancellationToken);

    [Delete("/{set}"), GraphOperation("delete_product_set", IfRefused = ICatalogApi.IfRefused)]
    Task<SuccessResponse> Delete(
        ProductSetId set, [AliasAs("allow_live_product_set_deletion")] bool? isLive, CancellationToken cancellationToken);
}
