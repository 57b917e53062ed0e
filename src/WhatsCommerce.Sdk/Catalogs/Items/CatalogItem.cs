namespace WhatsCommerce.Catalogs;

/// <summary>An item as it is written to a catalog: complete for a new item, or only the changed fields of an existing one.</summary>
/// <remarks>
/// <para>Immutable, lists included; <c>item with { Price = ... }</c> gives another one. Names on the wire are those of Meta's catalog feed
/// specification, which also says more about each field.</para>
/// <para>What is absent is not written, and so stays as it is in the catalog. To empty a field, name it in <see cref="Clear"/>:
/// <c>new CatalogItem { RetailerId = "apple-1kg", Clear = CatalogItemFields.Sale }</c> ends a sale.</para>
/// </remarks>
public sealed partial record CatalogItem
{
    /// <summary>
    /// The id under which the business knows the item (SKU): <c>id</c>, at most <see cref="CatalogLimits.RetailerId"/> characters, without
    /// line breaks and other control characters.
    /// </summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>
    /// The fields to empty: no sale any more, no further pictures, no brand. Any of <see cref="CatalogItemFields.Optional"/> that is not
    /// set as well; an empty text or list says the same of its field. An item that is not in the catalog yet has nothing to empty, and is
    /// written all the same.
    /// </summary>
    public CatalogItemFields Clear { get; init; }

    /// <summary>
    /// What it is called: <c>title</c>, at most <see cref="CatalogLimits.Title"/> characters in one line. Required for a new item.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>
    /// What it is, in plain text: <c>description</c>, at most <see cref="CatalogLimits.Description"/> characters. Required for a new item.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Its availability: <c>availability</c>. Required for a new item.</summary>
    public ProductAvailability Availability { get; init; }

    /// <summary>In which state it is sold: <c>condition</c>. A new item is <see cref="ProductCondition.New"/> unless this is set.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>The price of one piece: <c>price</c>, written as <c>9.99 USD</c>. Required for a new item.</summary>
    public Money? Price { get; init; }

    /// <summary>
    /// The lowered price, in the same currency and below <see cref="Price"/>: <c>sale_price</c>. An item that is written whole, by
    /// <see cref="CatalogChange.Upsert"/> or <see cref="InventoryClient.UploadAsync"/>, and has none is not on sale: a sale that the
    /// catalog still has ends. A change, <see cref="CatalogChange.Update"/>, ends it with <see cref="Clear"/>.
    /// </summary>
    public Money? SalePrice { get; init; }

    /// <summary>From when the lowered price holds; needs <see cref="SalePriceEnd"/>.</summary>
    public DateTimeOffset? SalePriceStart { get; init; }

    /// <summary>Until when the lowered price holds; needs <see cref="SalePriceStart"/>.</summary>
    public DateTimeOffset? SalePriceEnd { get; init; }

    /// <summary>
    /// The shop's own page of the item: <c>link</c>, http or https, with blanks written as <c>%20</c>. Required for a new item.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>
    /// Its picture, which Meta fetches: <c>image_link</c>, http or https. Required for a new item; without one it cannot be shown.
    /// </summary>
    public string? ImageLink { get; init; }

    /// <summary>Further pictures: <c>additional_image_link</c>. An empty list removes all of them.</summary>
    public IReadOnlyList<string>? AdditionalImageLinks { get; init => field = value is null ? null : [.. value]; }

    /// <summary>Its brand: <c>brand</c>, at most <see cref="CatalogLimits.Brand"/> characters.</summary>
    public string? Brand { get; init; }

    /// <summary>Its global trade number (EAN, UPC, ISBN): <c>gtin</c>.</summary>
    public string? Gtin { get; init; }

    /// <summary>The maker's number of it: <c>mpn</c>.</summary>
    public string? Mpn { get; init; }

    /// <summary>Its category, by number or path: <c>google_product_category</c>.</summary>
    public string? GoogleProductCategory { get; init; }

    /// <summary>The business's own category: <c>product_type</c>.</summary>
    public string? ProductType { get; init; }

    /// <summary>
    /// What all variants of one product have in common: <c>item_group_id</c>. It names no item: only the variants can be sent, each by its
    /// own retailer id. Variants must differ in color, size, material, pattern or another attribute; an upload rejects one that does not.
    /// </summary>
    public RetailerId GroupId { get; init; }

    /// <summary>In what a variant differs: <c>color</c>.</summary>
    public string? Color { get; init; }

    /// <summary>In what a variant differs: <c>size</c>.</summary>
    public string? Size { get; init; }

    /// <summary>In what a variant differs: <c>material</c>.</summary>
    public string? Material { get; init; }

    /// <summary>In what a variant differs: <c>pattern</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>In what else a variant differs, such as <c>Scent:Lemon</c>: <c>additional_variant_attribute</c>.</summary>
    public string? VariantAttribute { get; init; }

    /// <summary>How many pieces there are: <c>quantity_to_sell_on_facebook</c>.</summary>
    public int? Quantity { get; init; }

    /// <summary>Whether customers see it: <c>visibility</c>.</summary>
    public ProductVisibility Visibility { get; init; }

    /// <summary>India: whether it must name its country of origin: <c>wa_compliance_category</c>.</summary>
    public ComplianceCategory ComplianceCategory { get; init; }

    /// <summary>India: where it was made, as two letters: <c>origin_country</c>.</summary>
    public string? OriginCountry { get; init; }

    /// <summary>India: who brought it into the country: <c>importer_name</c>.</summary>
    public string? ImporterName { get; init; }

    /// <summary>India: the importer's address: <c>importer_address</c>.</summary>
    public ImporterAddress? ImporterAddress { get; init; }

    /// <summary>India: who made it: <c>manufacturer_info</c>.</summary>
    public string? ManufacturerInfo { get; init; }

    /// <summary>Further fields of Meta's by their name on the wire, such as <c>custom_label_0</c>; an empty text empties one.</summary>
    public IReadOnlyDictionary<string, string>? OtherFields { get; init =>
        field = value is null ? null : new Dictionary<string, string>(value); }
}
