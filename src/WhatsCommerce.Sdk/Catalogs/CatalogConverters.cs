namespace WhatsCommerce.Catalogs;

internal sealed class CatalogIdConverter() : TextConverter<CatalogId>(text => text);
internal sealed class RetailerIdConverter() : TextConverter<RetailerId>(text => text);
internal sealed class CurrencyConverter() : TextConverter<Currency>(text => text);
internal sealed class CatalogVerticalConverter() : TextConverter<CatalogVertical>(text => text);
internal sealed class BatchStateConverter() : TextConverter<BatchState>(text => text);
internal sealed class ProductIdConverter() : TextConverter<ProductId>(text => text);
internal sealed class ProductGroupIdConverter() : TextConverter<ProductGroupId>(text => text);
internal sealed class ProductAvailabilityConverter() : TextConverter<ProductAvailability>(text => text);
internal sealed class ProductConditionConverter() : TextConverter<ProductCondition>(text => text);
internal sealed class ProductVisibilityConverter() : TextConverter<ProductVisibility>(text => text);
internal sealed class ComplianceCategoryConverter() : TextConverter<ComplianceCategory>(text => text);
internal sealed class ReviewStatusConverter() : TextConverter<ReviewStatus>(text => text);
internal sealed class ImageFetchStatusConverter() : TextConverter<ImageFetchStatus>(text => text);
internal sealed class ProductSetIdConverter() : TextConverter<ProductSetId>(text => text);
internal sealed class ProductFeedIdConverter() : TextConverter<ProductFeedId>(text => text);
internal sealed class FeedUploadIdConverter() : TextConverter<FeedUploadId>(text => text);
