using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <content>Product feeds. Source: Meta, marketing-api/reference/product-feed.</content>
internal static partial class CatalogEndpoints
{
    public static GraphEndpoint<PageAnswer<ProductFeed>> Feeds(CatalogId catalog) =>
        new(HttpMethod.Get, $"{catalog}/product_feeds", GraphJson.Default.PageAnswerProductFeed)
        { Operation = "list_feeds", Query = GraphQuery.Fields(ProductFeed.Fields), IfRefused = IfRefused };

    public static GraphEndpoint<IdAnswer> CreateFeed(CatalogId catalog) =>
        new(HttpMethod.Post, $"{catalog}/product_feeds", GraphJson.Default.IdAnswer, answer => answer.Id is { Length: > 0 })
        { Operation = "create_feed", IfRefused = IfRefused, Uncertainty = "Whether the feed was created is not known: list the feeds before creating it again." };

    public static GraphEndpoint<SuccessAnswer> ScheduleFeed(ProductFeedId feed) =>
        new(HttpMethod.Post, $"{feed}", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "schedule_feed", IfRefused = IfRefused };

    public static GraphEndpoint<PageAnswer<FeedUpload>> FeedUploads(ProductFeedId feed) =>
        new(HttpMethod.Get, $"{feed}/uploads", GraphJson.Default.PageAnswerFeedUpload)
        { Operation = "list_feed_uploads", Query = GraphQuery.Fields(FeedUpload.Fields), IfRefused = IfRefused };

    public static GraphEndpoint<IdAnswer> UploadFeed(ProductFeedId feed) =>
        new(HttpMethod.Post, $"{feed}/uploads", GraphJson.Default.IdAnswer, answer => answer.Id is { Length: > 0 })
        { Operation = "upload_feed", IfRefused = IfRefused, Uncertainty = "Whether the upload began is not known: list the uploads of the feed before beginning another." };

    public static GraphEndpoint<FeedUpload> GetFeedUpload(FeedUploadId upload) =>
        new(HttpMethod.Get, $"{upload}", GraphJson.Default.FeedUpload, answer => answer.Id.HasValue)
        {
            Operation = "get_feed_upload",
            Query = GraphQuery.Fields(FeedUpload.Fields),
            IfRefused = IfRefused,
            Read = body => PartialReader.Read(body, GraphJson.Default.FeedUpload),
        };

    public static GraphEndpoint<PageAnswer<FeedUploadError>> FeedUploadErrors(FeedUploadId upload) =>
        new(HttpMethod.Get, $"{upload}/errors", GraphJson.Default.PageAnswerFeedUploadError)
        { Operation = "list_feed_errors", Query = GraphQuery.Fields(FeedUploadError.Fields), IfRefused = IfRefused };
}
