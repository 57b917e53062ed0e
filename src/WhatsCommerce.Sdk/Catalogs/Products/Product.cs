using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsCommerce.Catalogs;

/// <summary>An item as a catalog gives it back. What was not asked for is absent. Source: Meta, ProductItem.</summary>
public sealed record Product
{
    internal const string Fields =
        "id,retailer_id,name,description,price,currency,sale_price,availability,condition,brand,url,image_url,visibility,review_status,"
        + "review_rejection_reasons,capability_to_review_status,errors,image_fetch_status,retailer_product_group_id,parent_product_id,"
        + "wa_compliance_category,origin_country,importer_name,importer_address,manufacturer_info";

    /// <summary>The id under which Meta knows it.</summary>
    public ProductId Id { get; init; }

    /// <summary>The id under which the business knows it: what messages name.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The price as Meta formatted it, such as <c>$5.00</c>; it may name no currency, or one that others share.</summary>
    [JsonPropertyName("price")]
    public string? PriceText { get; init; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// The price, exactly; <see langword="null"/> where <see cref="PriceText"/> can be read in two ways or the currency is not known.
    /// So is <c>KWD 1.234</c>, which may be one dinar and a bit or a thousand.
    /// </summary>
    [JsonIgnore]
    public Money? Price => PriceFormat.Read(PriceText, Currency);

    /// <summary>The lowered price as Meta formatted it.</summary>
    [JsonPropertyName("sale_price")]
    public string? SalePriceText { get; init; }

    /// <summary>The lowered price, exactly; read as <see cref="Price"/> is.</summary>
    [JsonIgnore]
    public Money? SalePrice => PriceFormat.Read(SalePriceText, Currency);

    /// <summary>Whether it can be had.</summary>
    public ProductAvailability Availability { get; init; }

    /// <summary>In which state it is sold.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>Its brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The shop's own page of it.</summary>
    public string? Url { get; init; }

    /// <summary>Its picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Whether customers see it.</summary>
    public ProductVisibility Visibility { get; init; }

    /// <summary>What Meta's review has come to; absent when there was none.</summary>
    public ReviewStatus ReviewStatus { get; init; }

    /// <summary>Why it was rejected.</summary>
    public IReadOnlyList<string> ReviewRejectionReasons { get; init => field = value ?? []; } = [];

    /// <summary>What the review has come to for each use that Meta makes of the item, by Meta's name of that use.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> CapabilityToReviewStatus { get; init => field = value ?? NoCapabilities; } = NoCapabilities;

    /// <summary>What Meta says against it.</summary>
    public IReadOnlyList<ProductError> Errors { get; init => field = value ?? []; } = [];

    /// <summary>Whether Meta could fetch its pictures.</summary>
    public ImageFetchStatus ImageFetchStatus { get; init; }

    /// <summary>What the variants of one product have in common: <c>retailer_product_group_id</c>, written as <see cref="CatalogItem.GroupId"/>.</summary>
    [JsonPropertyName("retailer_product_group_id")]
    public RetailerId GroupId { get; init; }

    /// <summary>The parent, if this is a variant. Variants can be sent; their parent cannot.</summary>
    [JsonPropertyName("parent_product_id")]
    public ProductId ParentId { get; init; }

    /// <summary>India: whether it must name its country of origin.</summary>
    [JsonPropertyName("wa_compliance_category")]
    public ComplianceCategory ComplianceCategory { get; init; }

    /// <summary>India: where it was made.</summary>
    public string? OriginCountry { get; init; }

    /// <summary>India: who brought it into the country.</summary>
    public string? ImporterName { get; init; }

    /// <summary>India: the importer's address.</summary>
    public ImporterAddress? ImporterAddress { get; init; }

    /// <summary>India: who made it.</summary>
    public string? ManufacturerInfo { get; init; }

    /// <summary>Fields that were asked for and have no property here, by their name on the wire.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get => Rest ?? []; init => Rest = new Dictionary<string, JsonElement>(value); }

    /// <summary>What keeps it from being sent, as far as the item itself tells; that it is the parent of variants only the variants tell.</summary>
    [JsonIgnore]
    public ProductObstacles Obstacles =>
        (ReviewStatus.HasValue && ReviewStatus != ReviewStatus.Approved && ReviewStatus != ReviewStatus.NoReview ? ProductObstacles.NotApproved : ProductObstacles.None)
        | (Availability.HasValue && !Availability.CanBeOrdered ? ProductObstacles.NotAvailable : ProductObstacles.None)
        | (Visibility.HasValue && Visibility != ProductVisibility.Published ? ProductObstacles.Hidden : ProductObstacles.None);

    // The serializer can fill in no property of this kind that is init-only.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }

    private static IReadOnlyDictionary<string, ReviewStatus> NoCapabilities { get; } = new Dictionary<string, ReviewStatus>();
}
