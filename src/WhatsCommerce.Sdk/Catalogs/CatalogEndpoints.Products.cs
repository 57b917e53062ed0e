using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <content>Reading products. Source: Meta, marketing-api/reference/product-catalog/products.</content>
internal static partial class CatalogEndpoints
{
    public static GraphEndpoint<PageAnswer<Product>> Products(CatalogId catalog, ProductQuery query) =>
        new(HttpMethod.Get, $"{catalog}/products", GraphJson.Default.PageAnswerProduct)
        { Operation = "list_products", Query = QueryOf(query), IfRefused = IfRefused };

    public static GraphEndpoint<Product> Product(ProductId product, ProductQuery query) =>
        new(HttpMethod.Get, $"{product}", GraphJson.Default.Product, answer => answer.Id.HasValue)
        {
            Operation = "get_product",
            Query = GraphQuery.Fields(query.FieldList),
            IfRefused = IfRefused,
            Read = body => PartialReader.Read(body, GraphJson.Default.Product),
        };

    public static GraphEndpoint<PageAnswer<ProductGroup>> ProductGroups(CatalogId catalog) =>
        new(HttpMethod.Get, $"{catalog}/product_groups", GraphJson.Default.PageAnswerProductGroup)
        { Operation = "list_product_groups", Query = GraphQuery.Fields(ProductGroup.Fields), IfRefused = IfRefused };

    private static GraphQuery QueryOf(ProductQuery query) => GraphQuery.Fields(query.FieldList)
        .With("filter", query.Filter?.ToString())
        .With("return_only_approved_products", query.OnlyApproved ? true : null);
}
