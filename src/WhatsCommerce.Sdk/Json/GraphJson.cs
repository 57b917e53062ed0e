using System.Text.Json.Serialization;
using WhatsCommerce.BlockList;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.Http;
using WhatsCommerce.Media;
using WhatsCommerce.Payments;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.Subscriptions;
using WhatsCommerce.Templates;

namespace WhatsCommerce.Json;

/// <summary>The one generated context of this direction: what the Graph API answers.</summary>
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
        typeof(PhoneNumberIdConverter),
        typeof(PhoneNumberQualityConverter),
        typeof(BusinessScopedUserIdConverter),
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
        typeof(TemplateIdConverter),
        typeof(TemplateStatusConverter),
        typeof(TemplateCategoryConverter),
        typeof(TemplateSubCategoryConverter),
        typeof(TemplateParameterFormatConverter),
        typeof(TemplateRejectionReasonConverter),
        typeof(TemplateQualityConverter),
        typeof(TemplateComponentsConverter),
    ])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(PageAnswer<Catalog>))]
[JsonSerializable(typeof(ItemsBatchAnswer))]
[JsonSerializable(typeof(PageAnswer<ItemsBatchStatus>))]
[JsonSerializable(typeof(PageAnswer<CommerceSettingsAnswer>))]
[JsonSerializable(typeof(PageAnswer<BusinessComplianceAnswer>))]
[JsonSerializable(typeof(BusinessPhoneNumber))]
[JsonSerializable(typeof(PageAnswer<BusinessPhoneNumber>))]
[JsonSerializable(typeof(PageAnswer<BusinessProfileAnswer>))]
[JsonSerializable(typeof(PageAnswer<AppSubscription>))]
[JsonSerializable(typeof(PageAnswer<BlockedCustomer>))]
[JsonSerializable(typeof(BlockListAnswer))]
[JsonSerializable(typeof(PaymentsAnswer))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(PageAnswer<Product>))]
[JsonSerializable(typeof(PageAnswer<ProductGroup>))]
[JsonSerializable(typeof(PageAnswer<ProductSet>))]
[JsonSerializable(typeof(PageAnswer<ProductFeed>))]
[JsonSerializable(typeof(FeedUpload))]
[JsonSerializable(typeof(PageAnswer<FeedUpload>))]
[JsonSerializable(typeof(PageAnswer<FeedUploadError>))]
[JsonSerializable(typeof(UploadCheckpoint))]
[JsonSerializable(typeof(CreatedTemplate))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(PageAnswer<MessageTemplate>))]
internal sealed partial class GraphJson : JsonSerializerContext;
