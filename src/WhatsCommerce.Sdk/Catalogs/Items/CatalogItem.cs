namespace WhatsCommerce.Catalogs;

/// <summary>Represents an item to write to a catalog: complete for a new item, or only the changed fields of an existing one.</summary>
/// <remarks>
/// <para>Immutable, including its lists; <c>item with { Price = ... }</c> creates a changed copy. The wire names are those of Meta's
/// catalog feed specification, which describes each field in detail.</para>
/// <para>A field that is not set is not written, and stays unchanged in the catalog. To empty a field, add it to <see cref="Clear"/>:
/// <c>new CatalogItem { RetailerId = "apple-1kg", Clear = CatalogItemFields.Sale }</c> ends a sale.</para>
/// </remarks>
public sealed partial record CatalogItem
{
    /// <summary>
    /// The business's own id of the item (SKU): <c>id</c>, at most <see cref="CatalogLimits.RetailerId"/> characters, without line breaks
    /// and other control characters.
    /// </summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>
    /// The fields to empty, such as the sale price, additional pictures or the brand: any of <see cref="CatalogItemFields.Optional"/> that
    /// is not set as well; an empty text or list has the same effect for its field. If the item is not in the catalog yet, the fields to
    /// empty are ignored.
    /// </summary>
    public CatalogItemFields Clear { get; init; }

    /// <summary>
    /// The title: <c>title</c>, at most <see cref="CatalogLimits.Title"/> characters in one line. Required for a new item.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>
    /// The description in plain text: <c>description</c>, at most <see cref="CatalogLimits.Description"/> characters. Required for a new
    /// item.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Its availability: <c>availability</c>. Required for a new item.</summary>
    public ProductAvailability Availability { get; init; }

    /// <summary>The condition: <c>condition</c>. <see cref="ProductCondition.New"/> by default for a new item.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>The price per unit: <c>price</c>, written as <c>9.99 USD</c>. Required for a new item.</summary>
    public Money? Price { get; init; }

    /// <summary>
    /// The sale price, in the same currency and lower than <see cref="Price"/>: <c>sale_price</c>. A complete item, written by
    /// <see cref="CatalogChange.Upsert"/> or <see cref="InventoryClient.UploadAsync"/>, without a sale price ends a sale that the catalog
    /// still has. An update, <see cref="CatalogChange.Update"/>, ends it with <see cref="Clear"/>.
    /// </summary>
    public Money? SalePrice { get; init; }

    /// <summary>When the sale price begins to apply; requires <see cref="SalePriceEnd"/>.</summary>
    public DateTimeOffset? SalePriceStart { get; init; }

    /// <summary>When the sale price ceases to apply; requires <see cref="SalePriceStart"/>.</summary>
    public DateTimeOffset? SalePriceEnd { get; init; }

    /// <summary>
    /// The URL of the item in the shop: <c>link</c>, http or https, with spaces written as <c>%20</c>. Required for a new item.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>
    /// The URL of the picture, which Meta fetches: <c>image_link</c>, http or https. Required for a new item; without a picture it cannot
    /// be shown.
    /// </summary>
    public string? ImageLink { get; init; }

    /// <summary>The URLs of additional pictures: <c>additional_image_link</c>. An empty list removes all of them.</summary>
    public IReadOnlyList<string>? AdditionalImageLinks { get; init => field = value is null ? null : [.. value]; }

    /// <summary>The brand: <c>brand</c>, at most <see cref="CatalogLimits.Brand"/> characters.</summary>
    public string? Brand { get; init; }

    /// <summary>The global trade item number (EAN, UPC, ISBN): <c>gtin</c>.</summary>
    public string? Gtin { get; init; }

    /// <summary>The manufacturer part number: <c>mpn</c>.</summary>
    public string? Mpn { get; init; }

    /// <summary>Google's category, by number or path: <c>google_product_category</c>.</summary>
    public string? GoogleProductCategory { get; init; }

    /// <summary>The business's own category: <c>product_type</c>.</summary>
    public string? ProductType { get; init; }

    /// <summary>
    /// The common id of all variants of one product: <c>item_group_id</c>. It is not the id of an item: only the variants can be sent, each
    /// by its own retailer id. Variants must differ in color, size, material, pattern or another attribute; an upload rejects one that does
    /// not.
    /// </summary>
    public RetailerId GroupId { get; init; }

    /// <summary>The color of a variant: <c>color</c>.</summary>
    public string? Color { get; init; }

    /// <summary>The size of a variant: <c>size</c>.</summary>
    public string? Size { get; init; }

    /// <summary>The material of a variant: <c>material</c>.</summary>
    public string? Material { get; init; }

    /// <summary>The pattern of a variant: <c>pattern</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>Another attribute in which a variant differs, such as <c>Scent:Lemon</c>: <c>additional_variant_attribute</c>.</summary>
    public string? VariantAttribute { get; init; }

    /// <summary>The number of units in stock: <c>quantity_to_sell_on_facebook</c>.</summary>
    public int? Quantity { get; init; }

    /// <summary>Whether customers see it: <c>visibility</c>.</summary>
    public ProductVisibility Visibility { get; init; }

    /// <summary>India: whether the country of origin is required: <c>wa_compliance_category</c>.</summary>
    public ComplianceCategory ComplianceCategory { get; init; }

    /// <summary>India: the country of origin, as two letters: <c>origin_country</c>.</summary>
    public string? OriginCountry { get; init; }

    /// <summary>India: the name of the importer: <c>importer_name</c>.</summary>
    public string? ImporterName { get; init; }

    /// <summary>India: the importer's address: <c>importer_address</c>.</summary>
    public ImporterAddress? ImporterAddress { get; init; }

    /// <summary>India: the manufacturer: <c>manufacturer_info</c>.</summary>
    public string? ManufacturerInfo { get; init; }

    /// <summary>Other fields of Meta's by their wire name, such as <c>custom_label_0</c>; an empty text clears the field.</summary>
    public IReadOnlyDictionary<string, string>? OtherFields { get; init =>
        field = value is null ? null : new Dictionary<string, string>(value); }
}
