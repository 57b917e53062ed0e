namespace WhatsCommerce.Catalogs;

/// <summary>An item as a catalog returns it. Fields that were not requested are absent. Source: Meta, ProductItem.</summary>
/// <remarks>
/// A field that comes in another shape than Meta documents, such as <c>[]</c> for an address, is named in <see cref="MalformedFields"/> and
/// kept as it came in <see cref="OtherFields"/>; the others, and other products of the list, are read as usual.
/// </remarks>
public sealed partial record Product
{
    internal const string Fields =
        "id,retailer_id,name,description,price,currency,sale_price,sale_price_start_date,sale_price_end_date,availability,condition,brand,"
        + "url,image_url,additional_image_urls,visibility,quantity_to_sell_on_facebook,inventory,gtin,manufacturer_part_number,category,"
        + "product_type,color,size,material,pattern,additional_variant_attributes,review_status,review_rejection_reasons,"
        + "capability_to_review_status,errors,image_fetch_status,retailer_product_group_id,parent_product_id,wa_compliance_category,"
        + "origin_country,importer_name,importer_address,manufacturer_info";

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

    /// <summary>
    /// The lowered price, exactly; read as <see cref="Price"/> is. <see langword="null"/> where Meta gives 0 as well, which is no sale.
    /// </summary>
    [JsonIgnore]
    public Money? SalePrice => PriceFormat.Read(SalePriceText, Currency) is { Amount: > 0 } price ? price : null;

    /// <summary>From when the lowered price holds.</summary>
    [JsonPropertyName("sale_price_start_date")]
    [JsonConverter(typeof(OptionalTimeConverter))]
    public DateTimeOffset? SalePriceStart { get; init; }

    /// <summary>Until when the lowered price holds.</summary>
    [JsonPropertyName("sale_price_end_date")]
    [JsonConverter(typeof(OptionalTimeConverter))]
    public DateTimeOffset? SalePriceEnd { get; init; }

    /// <summary>The availability.</summary>
    public ProductAvailability Availability { get; init; }

    /// <summary>In which state it is sold.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>Its brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The shop's own page of it.</summary>
    public string? Url { get; init; }

    /// <summary>Its picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Further pictures of it.</summary>
    public IReadOnlyList<string> AdditionalImageUrls { get; init => field = value ?? []; } = [];

    /// <summary>Whether customers see it.</summary>
    public ProductVisibility Visibility { get; init; }

    /// <summary>How many pieces there are: <c>quantity_to_sell_on_facebook</c>, or <c>inventory</c> where Meta gives that alone.</summary>
    [JsonIgnore]
    public int? Quantity => QuantityToSell ?? Inventory;

    /// <summary>Its global trade number (EAN, UPC, ISBN).</summary>
    public string? Gtin { get; init; }

    /// <summary>The maker's number of it.</summary>
    [JsonPropertyName("manufacturer_part_number")]
    public string? Mpn { get; init; }

    /// <summary>
    /// Its category: <c>category</c>, written as <see cref="CatalogItem.GoogleProductCategory"/>. Whether Meta gives a number back as a
    /// number, or as the path that it stands for, is not documented.
    /// </summary>
    [JsonPropertyName("category")]
    public string? GoogleProductCategory { get; init; }

    /// <summary>The business's own category.</summary>
    public string? ProductType { get; init; }

    /// <summary>In what a variant differs.</summary>
    public string? Color { get; init; }

    /// <summary>In what a variant differs.</summary>
    public string? Size { get; init; }

    /// <summary>In what a variant differs.</summary>
    public string? Material { get; init; }

    /// <summary>In what a variant differs.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// In what else a variant differs, by name: <c>additional_variant_attributes</c>, written as
    /// <see cref="CatalogItem.VariantAttribute"/>.
    /// </summary>
    [JsonPropertyName("additional_variant_attributes")]
    [JsonConverter(typeof(TextMapConverter))]
    public IReadOnlyDictionary<string, string> VariantAttributes { get; init => field = value ?? NoAttributes; } = NoAttributes;

    /// <summary>What Meta's review has come to; absent when there was none.</summary>
    public ReviewStatus ReviewStatus { get; init; }

    /// <summary>Why it was rejected.</summary>
    public IReadOnlyList<string> ReviewRejectionReasons { get; init => field = value ?? []; } = [];

    /// <summary>What the review has come to for each use that Meta makes of the item, by Meta's name of that use.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> CapabilityToReviewStatus { get; init => field = value ?? NoCapabilities; } =
        NoCapabilities;

    /// <summary>What Meta says against it.</summary>
    public IReadOnlyList<ProductError> Errors { get; init => field = value ?? []; } = [];

    /// <summary>Whether Meta could fetch its pictures.</summary>
    public ImageFetchStatus ImageFetchStatus { get; init; }

    /// <summary>
    /// What the variants of one product have in common: <c>retailer_product_group_id</c>, written as <see cref="CatalogItem.GroupId"/>.
    /// </summary>
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

    /// <summary>
    /// Requested fields that have no property here, and those of <see cref="MalformedFields"/>, by their name on the wire.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get =>
        Rest ?? []; init => Rest = new Dictionary<string, JsonElement>(value); }

    /// <summary>
    /// The reasons why it cannot be sent, as far as the item itself shows them; only the variants show that it is their parent.
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

    // The serializer can fill in no property of this kind that is init-only.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }

    private static IReadOnlyDictionary<string, ReviewStatus> NoCapabilities { get; } = new Dictionary<string, ReviewStatus>();
    private static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();
}
