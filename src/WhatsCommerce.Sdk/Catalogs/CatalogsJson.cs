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
        typeof(ItemsBatchResponseConverter),
        typeof(ItemsBatchStatusConverter),
        typeof(GraphTimeConverter),
    ])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(IdResponse))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(PageResponse<Catalog>))]
[JsonSerializable(typeof(ItemsBatchResponse))]
[JsonSerializable(typeof(PageResponse<ItemsBatchStatus>))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(PageResponse<Product>))]
[JsonSerializable(typeof(PageResponse<ProductGroup>))]
[JsonSerializable(typeof(PageResponse<ProductSet>))]
[JsonSerializable(typeof(PageResponse<ProductFeed>))]
[JsonSerializable(typeof(FeedUpload))]
[JsonSerializable(typeof(PageResponse<FeedUpload>))]
[JsonSerializable(typeof(PageResponse<FeedUploadError>))]
[JsonSerializable(typeof(UploadCheckpoint))]
[JsonSerializable(typeof(CatalogConnection))]
internal sealed partial class CatalogsJson : JsonSerializerContext;
