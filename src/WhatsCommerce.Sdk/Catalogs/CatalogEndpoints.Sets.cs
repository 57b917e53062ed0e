using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <content>Product sets. Source: Meta, marketing-api/reference/product-set.</content>
internal static partial class CatalogEndpoints
{
    public static GraphEndpoint<PageAnswer<ProductSet>> ProductSets(CatalogId catalog) =>
        new(HttpMethod.Get, $"{catalog}/product_sets", GraphJson.Default.PageAnswerProductSet)
        { Operation = "list_product_sets", Query = GraphQuery.Fields(ProductSet.Fields), IfRefused = IfRefused };

    public static GraphEndpoint<IdAnswer> CreateProductSet(CatalogId catalog) =>
        new(HttpMethod.Post, $"{catalog}/product_sets", GraphJson.Default.IdAnswer, answer => answer.Id is { Length: > 0 })
        { Operation = "create_product_set", IfRefused = IfRefused, Uncertainty = "Whether the set was created is not known: list the sets before creating it again." };

    public static GraphEndpoint<SuccessAnswer> DeleteProductSet(ProductSetId set, bool isLive) =>
        new(HttpMethod.Delete, $"{set}", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "delete_product_set", Query = GraphQuery.None.With("allow_live_product_set_deletion", isLive ? true : null), IfRefused = IfRefused };

    public static GraphEndpoint<PageAnswer<Product>> ProductsOfSet(ProductSetId set, ProductQuery query) =>
        new(HttpMethod.Get, $"{set}/products", GraphJson.Default.PageAnswerProduct)
        { Operation = "list_products", Query = QueryOf(query), IfRefused = IfRefused };
}
