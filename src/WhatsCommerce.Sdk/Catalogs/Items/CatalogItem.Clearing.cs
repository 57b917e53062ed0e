namespace WhatsCommerce.Catalogs;

/// <content>Which fields say something, and which may be emptied.</content>
public sealed partial record CatalogItem
{
    private static readonly (CatalogItemFields Field, string Path)[] Paths =
    [
        (CatalogItemFields.Title, "title"),
        (CatalogItemFields.Description, "description"),
        (CatalogItemFields.Availability, "availability"),
        (CatalogItemFields.Condition, "condition"),
        (CatalogItemFields.Price, "price"),
        (CatalogItemFields.SalePrice, "sale_price"),
        (CatalogItemFields.SalePeriod, "sale_price_effective_date"),
        (CatalogItemFields.Link, "link"),
        (CatalogItemFields.ImageLink, "image_link"),
        (CatalogItemFields.AdditionalImageLinks, "additional_image_link"),
        (CatalogItemFields.Brand, "brand"),
        (CatalogItemFields.Gtin, "gtin"),
        (CatalogItemFields.Mpn, "mpn"),
        (CatalogItemFields.GoogleProductCategory, "google_product_category"),
        (CatalogItemFields.ProductType, "product_type"),
        (CatalogItemFields.GroupId, "item_group_id"),
        (CatalogItemFields.Color, "color"),
        (CatalogItemFields.Size, "size"),
        (CatalogItemFields.Material, "material"),
        (CatalogItemFields.Pattern, "pattern"),
        (CatalogItemFields.VariantAttribute, "additional_variant_attribute"),
        (CatalogItemFields.Quantity, "quantity_to_sell_on_facebook"),
        (CatalogItemFields.Visibility, "visibility"),
        (CatalogItemFields.ComplianceCategory, "wa_compliance_category"),
        (CatalogItemFields.OriginCountry, "origin_country"),
        (CatalogItemFields.ImporterName, "importer_name"),
        (CatalogItemFields.ImporterAddress, "importer_address"),
        (CatalogItemFields.ManufacturerInfo, "manufacturer_info"),
    ];

    // Besides the id.
    private CatalogItemFields SetFields =>
        If(Title is not null, CatalogItemFields.Title)
        | If(Description is not null, CatalogItemFields.Description)
        | If(Availability.HasValue, CatalogItemFields.Availability)
        | If(Condition.HasValue, CatalogItemFields.Condition)
        | If(Price is not null, CatalogItemFields.Price)
        | If(SalePrice is not null, CatalogItemFields.SalePrice)
        | If(SalePriceStart is not null || SalePriceEnd is not null, CatalogItemFields.SalePeriod)
        | If(Link is not null, CatalogItemFields.Link)
        | If(ImageLink is not null, CatalogItemFields.ImageLink)
        | If(AdditionalImageLinks is not null, CatalogItemFields.AdditionalImageLinks)
        | If(Brand is not null, CatalogItemFields.Brand)
        | If(Gtin is not null, CatalogItemFields.Gtin)
        | If(Mpn is not null, CatalogItemFields.Mpn)
        | If(GoogleProductCategory is not null, CatalogItemFields.GoogleProductCategory)
        | If(ProductType is not null, CatalogItemFields.ProductType)
        | If(GroupId.HasValue, CatalogItemFields.GroupId)
        | If(Color is not null, CatalogItemFields.Color)
        | If(Size is not null, CatalogItemFields.Size)
        | If(Material is not null, CatalogItemFields.Material)
        | If(Pattern is not null, CatalogItemFields.Pattern)
        | If(VariantAttribute is not null, CatalogItemFields.VariantAttribute)
        | If(Quantity is not null, CatalogItemFields.Quantity)
        | If(Visibility.HasValue, CatalogItemFields.Visibility)
        | If(ComplianceCategory.HasValue, CatalogItemFields.ComplianceCategory)
        | If(OriginCountry is not null, CatalogItemFields.OriginCountry)
        | If(ImporterName is not null, CatalogItemFields.ImporterName)
        | If(ImporterAddress is not null, CatalogItemFields.ImporterAddress)
        | If(ManufacturerInfo is not null, CatalogItemFields.ManufacturerInfo)
        | If(OtherFields is { Count: > 0 }, CatalogItemFields.OtherFields);

    private void CheckClear(ItemChecks found)
    {
        CatalogItemFields set = SetFields;
        foreach ((CatalogItemFields field, string path) in Paths)
        {
            if (!Clear.HasFlag(field))
            {
                continue;
            }

            if (!CatalogItemFields.Optional.HasFlag(field))
            {
                found.Add(
                    path,
                    ViolationRule.NotAllowed,
                    $"An item cannot be without it, so that {nameof(Clear)} must not name it: set it to something else.");
            }
            else if (set.HasFlag(field))
            {
                found.Add(path, ViolationRule.Mismatch, $"It is set, and named in {nameof(Clear)} as well: set it, or empty it.");
            }
        }

        if (Clear.HasFlag(CatalogItemFields.OtherFields))
        {
            found.Add("other_fields", ViolationRule.NotAllowed,
                $"{nameof(Clear)} does not say which of the other fields: give each an empty text, such as "
                    + $"{nameof(OtherFields)}[\"custom_label_0\"] = \"\".");
        }
    }

    private static CatalogItemFields If(bool isSet, CatalogItemFields field) => isSet ? field : CatalogItemFields.None;
}
