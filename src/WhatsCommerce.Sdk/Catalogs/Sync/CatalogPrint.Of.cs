namespace WhatsCommerce.Catalogs;

/// <content>Fingerprints of a product and of an item of the source.</content>
internal readonly partial struct CatalogPrint
{
    // The wire name of each field.
    private static readonly (CatalogItemFields Field, string[] Names)[] ReadNames =
    [
        (CatalogItemFields.Title, ["name"]),
        (CatalogItemFields.Description, ["description"]),
        (CatalogItemFields.Availability, ["availability"]),
        (CatalogItemFields.Condition, ["condition"]),
        (CatalogItemFields.Price, ["price"]),
        (CatalogItemFields.SalePrice, ["sale_price"]),
        (CatalogItemFields.SalePeriod, ["sale_price_start_date", "sale_price_end_date"]),
        (CatalogItemFields.Link, ["url"]),
        (CatalogItemFields.ImageLink, ["image_url"]),
        (CatalogItemFields.AdditionalImageLinks, ["additional_image_urls"]),
        (CatalogItemFields.Brand, ["brand"]),
        (CatalogItemFields.GroupId, ["retailer_product_group_id"]),
        (CatalogItemFields.Visibility, ["visibility"]),
        (CatalogItemFields.Gtin, ["gtin"]),
        (CatalogItemFields.Mpn, ["manufacturer_part_number"]),
        (CatalogItemFields.GoogleProductCategory, ["category"]),
        (CatalogItemFields.ProductType, ["product_type"]),
        (CatalogItemFields.Color, ["color"]),
        (CatalogItemFields.Size, ["size"]),
        (CatalogItemFields.Material, ["material"]),
        (CatalogItemFields.Pattern, ["pattern"]),
        (CatalogItemFields.VariantAttribute, ["additional_variant_attributes"]),
        (CatalogItemFields.Quantity, ["quantity_to_sell_on_facebook", "inventory"]),
        (CatalogItemFields.ComplianceCategory, ["wa_compliance_category"]),
        (CatalogItemFields.OriginCountry, ["origin_country"]),
        (CatalogItemFields.ImporterName, ["importer_name"]),
        (CatalogItemFields.ImporterAddress, ["importer_address"]),
        (CatalogItemFields.ManufacturerInfo, ["manufacturer_info"]),
    ];

    /// <summary>The fields of <see cref="CatalogItem.OtherFields"/> that Meta returns under the same name and unchanged.</summary>
    public static string[] ReadableOthers { get; } =
    [
        "custom_label_0", "custom_label_1", "custom_label_2", "custom_label_3", "custom_label_4",
        "custom_number_0", "custom_number_1", "custom_number_2", "custom_number_3", "custom_number_4",
        "short_description", "mobile_link",
    ];

    /// <summary>The requested fields of each product.</summary>
    public static IReadOnlyList<string> ProductFields { get; } =
        ["id", "retailer_id", "currency", .. ReadNames.SelectMany(field => field.Names), .. ReadableOthers];

    /// <summary>Hashes a product; absent fields are blank.</summary>
    public static CatalogPrint Of(Product product)
    {
        Hashes print = default;
        Set(ref print, CatalogItemFields.Title, HashText(product.Name));
        Set(ref print, CatalogItemFields.Description, HashText(product.Description));
        Set(ref print, CatalogItemFields.Availability, HashWord(product.Availability.Value));
        Set(ref print, CatalogItemFields.Condition, HashWord(product.Condition.Value));
        Set(
            ref print,
            CatalogItemFields.Price,
            HashPrice(product.PriceText, PriceFormat.Read(product.PriceText, product.Currency), isSale: false));
        Set(
            ref print,
            CatalogItemFields.SalePrice,
            HashPrice(product.SalePriceText, PriceFormat.Read(product.SalePriceText, product.Currency), isSale: true));
        Set(ref print, CatalogItemFields.SalePeriod, HashPeriod(product.SalePriceStart, product.SalePriceEnd));
        Set(ref print, CatalogItemFields.Link, Hash(product.Url));
        Set(ref print, CatalogItemFields.ImageLink, Hash(product.ImageUrl));
        Set(ref print, CatalogItemFields.AdditionalImageLinks, HashLinks(product.AdditionalImageUrls));
        Set(ref print, CatalogItemFields.Brand, HashText(product.Brand));
        Set(ref print, CatalogItemFields.GroupId, Hash(product.GroupId.Value));
        Set(ref print, CatalogItemFields.Visibility, HashWord(product.Visibility.Value));
        Set(ref print, CatalogItemFields.Gtin, HashText(product.Gtin));
        Set(ref print, CatalogItemFields.Mpn, HashText(product.Mpn));
        Set(ref print, CatalogItemFields.GoogleProductCategory, HashText(product.GoogleProductCategory));
        Set(ref print, CatalogItemFields.ProductType, HashText(product.ProductType));
        Set(ref print, CatalogItemFields.Color, HashText(product.Color));
        Set(ref print, CatalogItemFields.Size, HashText(product.Size));
        Set(ref print, CatalogItemFields.Material, HashText(product.Material));
        Set(ref print, CatalogItemFields.Pattern, HashText(product.Pattern));
        Set(ref print, CatalogItemFields.VariantAttribute, HashAttributes(product.VariantAttributes));
        Set(ref print, CatalogItemFields.Quantity, HashCount(product.Quantity));
        Set(ref print, CatalogItemFields.ComplianceCategory, HashWord(product.ComplianceCategory.Value));
        Set(ref print, CatalogItemFields.OriginCountry, HashWord(product.OriginCountry));
        Set(ref print, CatalogItemFields.ImporterName, HashText(product.ImporterName));
        Set(ref print, CatalogItemFields.ImporterAddress, HashAddress(product.ImporterAddress));
        Set(ref print, CatalogItemFields.ManufacturerInfo, HashText(product.ManufacturerInfo));
        if (product.MalformedFields.Count > 0)
        {
            foreach ((CatalogItemFields field, string[] names) in ReadNames)
            {
                if (names.Any(product.IsUnreadValue))
                {
                    Set(ref print, field, Unread);
                }
            }
        }

        ulong[]? others = null;
        for (int i = 0; i < ReadableOthers.Length && product.Rest is not null; i++)
        {
            if (product.Rest.TryGetValue(ReadableOthers[i], out JsonElement value)
                && HashText(JsonLists.Text(value)) is ulong hash and not Blank)
            {
                others ??= Blanks();
                others[i] = hash;
            }
        }

        return new CatalogPrint(print, others);
    }

    /// <summary>Hashes an item of the source.</summary>
    public static CatalogPrint Of(CatalogItem item)
    {
        Hashes print = default;
        Say(ref print, item, CatalogItemFields.Title, item.Title is not null, HashText(item.Title));
        Say(ref print, item, CatalogItemFields.Description, item.Description is not null, HashText(item.Description));
        Say(ref print, item, CatalogItemFields.Availability, item.Availability.HasValue, HashWord(item.Availability.Value));
        Say(ref print, item, CatalogItemFields.Condition, item.Condition.HasValue, HashWord(item.Condition.Value));
        Say(ref print, item, CatalogItemFields.Price, item.Price is not null, Hash(PriceFormat.Write(item.Price)));
        Say(ref print, item, CatalogItemFields.SalePrice, item.SalePrice is not null, Hash(PriceFormat.Write(item.SalePrice)));
        Say(
            ref print,
            item,
            CatalogItemFields.SalePeriod,
            item.SalePriceStart.HasValue || item.SalePriceEnd.HasValue,
            HashPeriod(item.SalePriceStart, item.SalePriceEnd));
        Say(ref print, item, CatalogItemFields.Link, item.Link is not null, Hash(item.Link));
        Say(ref print, item, CatalogItemFields.ImageLink, item.ImageLink is not null, Hash(item.ImageLink));
        Say(
            ref print,
            item,
            CatalogItemFields.AdditionalImageLinks,
            item.AdditionalImageLinks is not null,
            HashLinks(item.AdditionalImageLinks ?? []));
        Say(ref print, item, CatalogItemFields.Brand, item.Brand is not null, HashText(item.Brand));
        Say(ref print, item, CatalogItemFields.GroupId, item.GroupId.HasValue, Hash(item.GroupId.Value));
        Say(ref print, item, CatalogItemFields.Visibility, item.Visibility.HasValue, HashWord(item.Visibility.Value));
        Say(ref print, item, CatalogItemFields.Gtin, item.Gtin is not null, HashText(item.Gtin));
        Say(ref print, item, CatalogItemFields.Mpn, item.Mpn is not null, HashText(item.Mpn));
        Say(
            ref print,
            item,
            CatalogItemFields.GoogleProductCategory,
            item.GoogleProductCategory is not null,
            HashText(item.GoogleProductCategory));
        Say(ref print, item, CatalogItemFields.ProductType, item.ProductType is not null, HashText(item.ProductType));
        Say(ref print, item, CatalogItemFields.Color, item.Color is not null, HashText(item.Color));
        Say(ref print, item, CatalogItemFields.Size, item.Size is not null, HashText(item.Size));
        Say(ref print, item, CatalogItemFields.Material, item.Material is not null, HashText(item.Material));
        Say(ref print, item, CatalogItemFields.Pattern, item.Pattern is not null, HashText(item.Pattern));
        Say(
            ref print,
            item,
            CatalogItemFields.VariantAttribute,
            item.VariantAttribute is not null,
            HashAttributes(AttributesOf(item.VariantAttribute)));
        Say(ref print, item, CatalogItemFields.Quantity, item.Quantity is not null, HashCount(item.Quantity));
        Say(
            ref print,
            item,
            CatalogItemFields.ComplianceCategory,
            item.ComplianceCategory.HasValue,
            HashWord(item.ComplianceCategory.Value));
        Say(ref print, item, CatalogItemFields.OriginCountry, item.OriginCountry is not null, HashWord(item.OriginCountry));
        Say(ref print, item, CatalogItemFields.ImporterName, item.ImporterName is not null, HashText(item.ImporterName));
        Say(ref print, item, CatalogItemFields.ImporterAddress, item.ImporterAddress is not null, HashAddress(item.ImporterAddress));
        Say(ref print, item, CatalogItemFields.ManufacturerInfo, item.ManufacturerInfo is not null, HashText(item.ManufacturerInfo));

        ulong[]? others = null;
        for (int i = 0; i < ReadableOthers.Length && item.OtherFields is not null; i++)
        {
            if (item.OtherFields.TryGetValue(ReadableOthers[i], out string? value))
            {
                others ??= new ulong[ReadableOthers.Length];
                others[i] = HashText(value);
            }
        }

        return new CatalogPrint(print, others);
    }

    // An ambiguous price differs from whatever the source has.
    private static ulong HashPrice(string? text, Money? price, bool isSale) =>
        string.IsNullOrWhiteSpace(text) || (isSale && price is { Amount: 0 }) ? Blank
        : price is null ? Unread
        : Hash(PriceFormat.Write(price));

    private static ulong[] Blanks()
    {
        ulong[] blanks = new ulong[ReadableOthers.Length];
        blanks.AsSpan().Fill(Blank);
        return blanks;
    }

    private static void Say(ref Hashes print, CatalogItem item, CatalogItemFields field, bool isSet, ulong hash) =>
        Set(ref print, field, isSet ? hash : (item.Clear & field) != CatalogItemFields.None ? Blank : Unsaid);

    private static void Set(ref Hashes print, CatalogItemFields field, ulong hash) => print[int.TrailingZeroCount((int)field)] = hash;
}
