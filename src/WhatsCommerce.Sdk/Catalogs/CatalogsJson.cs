namespace WhatsCommerce.Catalogs;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(CatalogIdConverter),
        typeof(RetailerIdConverter),
        typeof(CurrencyConverter),
        typeof(CatalogVerticalConverter),
        typeof(BatchStateConverter),
        typeof(ProductIdConverter),
        typeof(ProductGroupIdConverter),
        typeof(ProductAvailabilityConverter),
        typeof(ProductConditionConverter),
        typeof(ProductVisibilityConverter),
        typeof(ComplianceCategoryConverter),
        typeof(ReviewStatusConverter),
        typeof(ImageFetchStatusConverter),
        typeof(ProductSetIdConverter),
        typeof(ProductFeedIdConverter),
        typeof(FeedUploadIdConverter),
        typeof(CapabilityReviewConverter),
        typeof(ItemsBatchAnswerConverter),
        typeof(ItemsBatchStatusConverter),
        typeof(GraphTimeConverter),
    ])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(PageAnswer<Catalog>))]
[JsonSerializable(typeof(ItemsBatchAnswer))]
[JsonSerializable(typeof(PageAnswer<ItemsBatchStatus>))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(PageAnswer<Product>))]
[JsonSerializable(typeof(PageAnswer<ProductGroup>))]
[JsonSerializable(typeof(PageAnswer<ProductSet>))]
[JsonSerializable(typeof(PageAnswer<ProductFeed>))]
[JsonSerializable(typeof(FeedUpload))]
[JsonSerializable(typeof(PageAnswer<FeedUpload>))]
[JsonSerializable(typeof(PageAnswer<FeedUploadError>))]
[JsonSerializable(typeof(UploadCheckpoint))]
[JsonSerializable(typeof(CatalogConnection))]
internal sealed partial class CatalogsJson : JsonSerializerContext;
