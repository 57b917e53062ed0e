namespace WhatsCommerce.Catalogs;

/// <summary>The state of batches. Source: Meta, marketing-api/reference/product-catalog/check_batch_request_status.</summary>
internal interface IItemsBatchApi
{
    [Get("/{catalog}/check_batch_request_status"), GraphOperation("check_items", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<ItemsBatchStatus>> Check(
        CatalogId catalog,
        string handle,
        [AliasAs("load_ids_of_invalid_requests")] bool withIdsOfInvalidRequests,
        CancellationToken cancellationToken);
}
