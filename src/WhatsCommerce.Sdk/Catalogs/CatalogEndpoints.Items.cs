using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <content>Writing items. Source: Meta, marketing-api/reference/product-catalog/items_batch.</content>
internal static partial class CatalogEndpoints
{
    public static GraphEndpoint<ItemsBatchAnswer> ItemsBatch(CatalogId catalog) =>
        new(HttpMethod.Post, $"{catalog}/items_batch", GraphJson.Default.ItemsBatchAnswer, answer => answer.Handles is not null || answer.ValidationStatus is not null)
        { Operation = "write_items", IfRefused = IfRefused };

    public static GraphEndpoint<PageAnswer<ItemsBatchStatus>> BatchStatus(CatalogId catalog, string handle) =>
        new(HttpMethod.Get, $"{catalog}/check_batch_request_status", GraphJson.Default.PageAnswerItemsBatchStatus, answer => answer.Data is not null)
        {
            Operation = "check_items",
            Query = GraphQuery.None.With("handle", handle).With("load_ids_of_invalid_requests", true),
            IfRefused = IfRefused,
            Read = body => PageReader.Read(body, GraphJson.Default.PageAnswerItemsBatchStatus),
        };
}
