namespace WhatsCommerce.Catalogs;

/// <summary>The fields of an item: which to clear, and which a sync compares.</summary>
[Flags]
public enum CatalogItemFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="CatalogItem.Title"/>.</summary>
    Title = 1 << 0,

    /// <summary><see cref="CatalogItem.Description"/>.</summary>
    Description = 1 << 1,

    /// <summary><see cref="CatalogItem.Availability"/>.</summary>
    Availability = 1 << 2,

    /// <summary><see cref="CatalogItem.Condition"/>.</summary>
    Condition = 1 << 3,

    /// <summary><see cref="CatalogItem.Price"/>.</summary>
    Price = 1 << 4,

    /// <summary><see cref="CatalogItem.SalePrice"/>.</summary>
    SalePrice = 1 << 5,

    /// <summary><see cref="CatalogItem.Link"/>.</summary>
    Link = 1 << 6,

    /// <summary><see cref="CatalogItem.ImageLink"/>.</summary>
    ImageLink = 1 << 7,

    /// <summary><see cref="CatalogItem.Brand"/>.</summary>
    Brand = 1 << 8,

    /// <summary><see cref="CatalogItem.GroupId"/>.</summary>
    GroupId = 1 << 9,

    /// <summary><see cref="CatalogItem.Visibility"/>.</summary>
    Visibility = 1 << 10,

    /// <summary><see cref="CatalogItem.ComplianceCategory"/>.</summary>
    ComplianceCategory = 1 << 11,

    /// <summary><see cref="CatalogItem.OriginCountry"/>.</summary>
    OriginCountry = 1 << 12,

    /// <summary><see cref="CatalogItem.ImporterName"/>.</summary>
    ImporterName = 1 << 13,

    /// <summary><see cref="CatalogItem.ImporterAddress"/>.</summary>
    ImporterAddress = 1 << 14,

    /// <summary><see cref="CatalogItem.ManufacturerInfo"/>.</summary>
    ManufacturerInfo = 1 << 15,

    /// <summary><see cref="CatalogItem.AdditionalImageLinks"/>.</summary>
    AdditionalImageLinks = 1 << 16,

    /// <summary><see cref="CatalogItem.SalePriceStart"/> and <see cref="CatalogItem.SalePriceEnd"/>.</summary>
    SalePeriod = 1 << 17,

    /// <summary><see cref="CatalogItem.Gtin"/>.</summary>
    Gtin = 1 << 18,

    /// <summary><see cref="CatalogItem.Mpn"/>.</summary>
    Mpn = 1 << 19,

    /// <summary><see cref="CatalogItem.GoogleProductCategory"/>.</summary>
    GoogleProductCategory = 1 << 20,

    /// <summary><see cref="CatalogItem.ProductType"/>.</summary>
    ProductType = 1 << 21,

    /// <summary><see cref="CatalogItem.Color"/>.</summary>
    Color = 1 << 22,

    /// <summary><see cref="CatalogItem.Size"/>.</summary>
    Size = 1 << 23,

    /// <summary><see cref="CatalogItem.Material"/>.</summary>
    Material = 1 << 24,

    /// <summary><see cref="CatalogItem.Pattern"/>.</summary>
    Pattern = 1 << 25,

    /// <summary><see cref="CatalogItem.VariantAttribute"/>.</summary>
    VariantAttribute = 1 << 26,

    /// <summary><see cref="CatalogItem.Quantity"/>.</summary>
    Quantity = 1 << 27,

    /// <summary><see cref="CatalogItem.OtherFields"/>. A single one is cleared by an empty text under its name.</summary>
    OtherFields = 1 << 28,

    /// <summary>The sale as a whole: the sale price and its period.</summary>
    Sale = SalePrice | SalePeriod,

    /// <summary>All optional fields that have a property; the other fields are mandatory and cannot be cleared.</summary>
    Optional = Sale | Brand | GroupId | ComplianceCategory | OriginCountry | ImporterName | ImporterAddress | ManufacturerInfo
        | AdditionalImageLinks | Gtin | Mpn | GoogleProductCategory | ProductType | Color | Size | Material | Pattern | VariantAttribute
        | Quantity,
}
