namespace WhatsCommerce.Catalogs;

/// <summary>The fields of an item that can be read back from a catalog, and so be compared.</summary>
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
}
