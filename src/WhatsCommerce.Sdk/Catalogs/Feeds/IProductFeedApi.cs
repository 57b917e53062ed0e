namespace WhatsCommerce.Catalogs;

/// <summary>Product feeds. Source: Meta, marketing-api/reference/product-feed.</summary>
internal interface IProductFeedApi
{
    [Get("/{catalog}/product_feeds"), GraphOperation("list_feeds", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<ProductFeed>> List(CatalogId catalog, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{feed}"), GraphOperation("schedule_feed", IfRefused = ICatalogApi.IfRefused)]
    Task<SuccessResponse> Schedule(ProductFeedId feed, [Body] FeedScheduling scheduling, CancellationToken cancellationToken);

    [Get("/{feed}/uploads"), GraphOperation("list_feed_uploads", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<FeedUpload>> ListUploads(
        ProductFeedId feed, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{upload}"), GraphOperation("get_feed_upload", IfRefused = ICatalogApi.IfRefused, ReadsInPart = true)]
    Task<FeedUpload> GetUpload(FeedUploadId upload, string fields, CancellationToken cancellationToken);

    [Get("/{upload}/errors"), GraphOperation("list_feed_errors", IfRefused = ICatalogApi.IfRefused)]
    Task<PageResponse<FeedUploadError>> ListErrors(
        FeedUploadId upload, string fields, int limit, string? after, CancellationToken cancellationToken);
}
