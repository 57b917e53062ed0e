namespace WhatsCommerce.Catalogs;

/// <summary>Represents an item as a catalog returns it. Fields that were not requested are absent. Source: Meta, ProductItem.</summary>
/// <remarks>
/// A field with a shape that Meta does not document, such as <c>[]</c> for an address, is listed in <see cref="MalformedFields"/> and kept
/// unchanged in <see cref="OtherFields"/>; the other fields, and other products of the list, are read as usual.
/// </remarks>
public sealed partial record Product
{
    internal const string Fields =
        "id,retailer_id,name,description,price,currency,sale_price,sale_price_start_date,sale_price_end_date,availability,condition,brand,"
        + "url,image_url,additional_image_urls,visibility,quantity_to_sell_on_facebook,inventory,gtin,manufacturer_part_number,category,"
        + "product_type,color,size,material,pattern,additional_variant_attributes,review_status,review_rejection_reasons,"
        + "capability_to_review_status,errors,image_fetch_status,retailer_product_group_id,parent_product_id,wa_compliance_category,"
        + "origin_country,importer_name,importer_address,manufacturer_info";

    /// <summary>The id at Meta.</summary>
    public ProductId Id { get; init; }

    /// <summary>The business's own id (SKU), which messages use.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The price as Meta formatted it, such as <c>$5.00</c>; the currency may be missing or ambiguous.</summary>
    [JsonPropertyName("price")]
    public string? PriceText { get; init; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// The exact price; <see langword="null"/> where <see cref="PriceText"/> is ambiguous or the currency is unknown. <c>KWD 1.234</c>, for
    /// instance, may be 1.234 or 1,234 dinars.
    /// </summary>
    [JsonIgnore]
    public Money? Price => PriceFormat.Read(PriceText, Currency);

    /// <summary>The sale price as Meta formatted it.</summary>
    [JsonPropertyName("sale_price")]
    public string? SalePriceText { get; init; }

    /// <summary>
    /// The exact sale price, read like <see cref="Price"/>. <see langword="null"/> also where Meta returns 0, which means no sale.
    /// </summary>
    [JsonIgnore]
    public Money? SalePrice => PriceFormat.Read(SalePriceText, Currency) is { Amount: > 0 } price ? price : null;

    /// <summary>When the sale price begins to apply.</summary>
    [JsonPropertyName("sale_price_start_date")]
    [JsonConverter(typeof(OptionalTimeConverter))]
    public DateTimeOffset? SalePriceStart { get; init; }

    /// <summary>When the sale price ceases to apply.</summary>
    [JsonPropertyName("sale_price_end_date")]
    [JsonConverter(typeof(OptionalTimeConverter))]
    public DateTimeOffset? SalePriceEnd { get; init; }

    /// <summary>The availability.</summary>
    public ProductAvailability Availability { get; init; }

    /// <summary>The condition.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The URL of the item in the shop.</summary>
    public string? Url { get; init; }

    /// <summary>The URL of the picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The URLs of additional pictures.</summary>
    public IReadOnlyList<string> AdditionalImageUrls { get; init => field = value ?? []; } = [];

    /// <summary>Whether customers see it.</summary>
    public ProductVisibility Visibility { get; init; }

    /// <summary>
    /// The number of units in stock: <c>quantity_to_sell_on_facebook</c>, or <c>inventory</c> where Meta returns only that.
    /// </summary>
    [JsonIgnore]
    public int? Quantity => QuantityToSell ?? Inventory;

    /// <summary>The global trade item number (EAN, UPC, ISBN).</summary>
    public string? Gtin { get; init; }

    /// <summary>The manufacturer part number.</summary>
    [JsonPropertyName("manufacturer_part_number")]
    public string? Mpn { get; init; }

    /// <summary>
    /// The category: <c>category</c>, written as <see cref="CatalogItem.GoogleProductCategory"/>. Whether Meta returns a number as a
    /// number, or as the path that it stands for, is not documented.
    /// </summary>
    [JsonPropertyName("category")]
    public string? GoogleProductCategory { get; init; }

    /// <summary>The business's own category.</summary>
    public string? ProductType { get; init; }

    /// <summary>The color of a variant.</summary>
    public string? Color { get; init; }

    /// <summary>The size of a variant.</summary>
    public string? Size { get; init; }

    /// <summary>The material of a variant.</summary>
    public string? Material { get; init; }

    /// <summary>The pattern of a variant.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// Other attributes in which a variant differs, by name: <c>additional_variant_attributes</c>, written as
    /// <see cref="CatalogItem.VariantAttribute"/>.
    /// </summary>
    [JsonPropertyName("additional_variant_attributes")]
    [JsonConverter(typeof(TextMapConverter))]
    public IReadOnlyDictionary<string, string> VariantAttributes { get; init => field = value ?? NoAttributes; } = NoAttributes;

    /// <summary>The result of Meta's review; absent when there was none.</summary>
    public ReviewStatus ReviewStatus { get; init; }

    /// <summary>The reasons of the rejection.</summary>
    public IReadOnlyList<string> ReviewRejectionReasons { get; init => field = value ?? []; } = [];

    /// <summary>The result of the review for each use of the item at Meta, by Meta's name of that use.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> CapabilityToReviewStatus { get; init => field = value ?? NoCapabilities; } =
        NoCapabilities;

    /// <summary>Meta's errors and warnings about the item.</summary>
    public IReadOnlyList<ProductError> Errors { get; init => field = value ?? []; } = [];

    /// <summary>Whether Meta could fetch the pictures.</summary>
    public ImageFetchStatus ImageFetchStatus { get; init; }

    /// <summary>
    /// The common id of the variants of one product: <c>retailer_product_group_id</c>, written as <see cref="CatalogItem.GroupId"/>.
    /// </summary>
    [JsonPropertyName("retailer_product_group_id")]
    public RetailerId GroupId { get; init; }

    /// <summary>The parent, if this is a variant. Variants can be sent; their parent cannot.</summary>
    [JsonPropertyName("parent_product_id")]
    public ProductId ParentId { get; init; }

    /// <summary>India: whether the country of origin is required.</summary>
    [JsonPropertyName("wa_compliance_category")]
    public ComplianceCategory ComplianceCategory { get; init; }

    /// <summary>India: the country of origin.</summary>
    public string? OriginCountry { get; init; }

    /// <summary>India: the name of the importer.</summary>
    public string? ImporterName { get; init; }

    /// <summary>India: the importer's address.</summary>
    public ImporterAddress? ImporterAddress { get; init; }

    /// <summary>India: the manufacturer.</summary>
    public string? ManufacturerInfo { get; init; }

    /// <summary>Requested fields that have no property here, and those of <see cref="MalformedFields"/>, by their wire name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get =>
        Rest ?? []; init => Rest = new Dictionary<string, JsonElement>(value); }

    /// <summary>
    /// The problems that keep the item from being sent, as far as the item itself shows them; whether it is the parent of variants only
    /// shows in the variants.
    /// </summary>
    [JsonIgnore]
    public ProductObstacles Obstacles =>
        (ReviewStatus.HasValue && ReviewStatus != ReviewStatus.Approved && ReviewStatus != ReviewStatus.NoReview
            ? ProductObstacles.NotApproved
            : ProductObstacles.None)
        | (Availability.HasValue && !Availability.CanBeOrdered ? ProductObstacles.NotAvailable : ProductObstacles.None)
        | (Visibility.HasValue && Visibility != ProductVisibility.Published ? ProductObstacles.Hidden : ProductObstacles.None)
        | (IsUnread("review_status") || IsUnread("availability") || IsUnread("visibility") || IsUnread("capability_to_review_status")
            ? ProductObstacles.Unclear : ProductObstacles.None);

    [JsonInclude]
    [JsonPropertyName("quantity_to_sell_on_facebook")]
    internal int? QuantityToSell { get; init; }

    [JsonInclude]
    internal int? Inventory { get; init; }

    // The serializer cannot fill an extension-data property that is init-only.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }

    private static IReadOnlyDictionary<string, ReviewStatus> NoCapabilities { get; } = new Dictionary<string, ReviewStatus>();
    private static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();
}
