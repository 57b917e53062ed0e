using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce.Catalogs;

/// <summary>What is kept of an item to compare it: a hash of each field of <see cref="CatalogItemFields"/>, in the order of its bits.</summary>
/// <remarks>
/// A hash of 64 bits each: that a change goes unnoticed has a chance of one in 2^64. Items are not trusted, so they are of a hash for which
/// nobody can make two texts.
/// </remarks>
[InlineArray(Fields)]
internal struct CatalogPrint
{
    private const int Fields = 16;

    // The source does not say, and so makes no difference.
    private const ulong Unsaid = 0;
    private const ulong Blank = 2;

    private ulong _first;

    /// <summary>What is read of each product.</summary>
    public static IReadOnlyList<string> ProductFields { get; } =
    [
        "id", "retailer_id", "name", "description", "availability", "condition", "price", "sale_price", "currency", "url", "image_url", "brand",
        "retailer_product_group_id", "visibility", "wa_compliance_category", "origin_country", "importer_name", "importer_address", "manufacturer_info",
    ];

    /// <summary>The hashes of a product; what it lacks is blank.</summary>
    public static CatalogPrint Of(Product product)
    {
        CatalogPrint print = default;
        print.Set(CatalogItemFields.Title, HashText(product.Name));
        print.Set(CatalogItemFields.Description, HashText(product.Description));
        print.Set(CatalogItemFields.Availability, HashWord(product.Availability.Value));
        print.Set(CatalogItemFields.Condition, HashWord(product.Condition.Value));

        // A price that can be read in two ways is none here, so that it differs from whatever the source says.
        print.Set(CatalogItemFields.Price, Hash(PriceFormat.Write(product.Price)));
        print.Set(CatalogItemFields.SalePrice, Hash(PriceFormat.Write(product.SalePrice)));
        print.Set(CatalogItemFields.Link, Hash(product.Url));
        print.Set(CatalogItemFields.ImageLink, Hash(product.ImageUrl));
        print.Set(CatalogItemFields.Brand, HashText(product.Brand));
        print.Set(CatalogItemFields.GroupId, Hash(product.GroupId.Value));
        print.Set(CatalogItemFields.Visibility, HashWord(product.Visibility.Value));
        print.Set(CatalogItemFields.ComplianceCategory, HashWord(product.ComplianceCategory.Value));
        print.Set(CatalogItemFields.OriginCountry, HashWord(product.OriginCountry));
        print.Set(CatalogItemFields.ImporterName, HashText(product.ImporterName));
        print.Set(CatalogItemFields.ImporterAddress, HashAddress(product.ImporterAddress));
        print.Set(CatalogItemFields.ManufacturerInfo, HashText(product.ManufacturerInfo));
        return print;
    }

    /// <summary>The hashes of what an item of the source says.</summary>
    public static CatalogPrint Of(CatalogItem item)
    {
        CatalogPrint print = default;
        print.Set(CatalogItemFields.Title, item.Title is null ? Unsaid : HashText(item.Title));
        print.Set(CatalogItemFields.Description, item.Description is null ? Unsaid : HashText(item.Description));
        print.Set(CatalogItemFields.Availability, item.Availability.HasValue ? HashWord(item.Availability.Value) : Unsaid);
        print.Set(CatalogItemFields.Condition, item.Condition.HasValue ? HashWord(item.Condition.Value) : Unsaid);
        print.Set(CatalogItemFields.Price, item.Price is null ? Unsaid : Hash(PriceFormat.Write(item.Price)));
        print.Set(CatalogItemFields.SalePrice, item.SalePrice is null ? Unsaid : Hash(PriceFormat.Write(item.SalePrice)));
        print.Set(CatalogItemFields.Link, item.Link is null ? Unsaid : Hash(item.Link));
        print.Set(CatalogItemFields.ImageLink, item.ImageLink is null ? Unsaid : Hash(item.ImageLink));
        print.Set(CatalogItemFields.Brand, item.Brand is null ? Unsaid : HashText(item.Brand));
        print.Set(CatalogItemFields.GroupId, item.GroupId.HasValue ? Hash(item.GroupId.Value) : Unsaid);
        print.Set(CatalogItemFields.Visibility, item.Visibility.HasValue ? HashWord(item.Visibility.Value) : Unsaid);
        print.Set(CatalogItemFields.ComplianceCategory, item.ComplianceCategory.HasValue ? HashWord(item.ComplianceCategory.Value) : Unsaid);
        print.Set(CatalogItemFields.OriginCountry, item.OriginCountry is null ? Unsaid : HashWord(item.OriginCountry));
        print.Set(CatalogItemFields.ImporterName, item.ImporterName is null ? Unsaid : HashText(item.ImporterName));
        print.Set(CatalogItemFields.ImporterAddress, item.ImporterAddress is null ? Unsaid : HashAddress(item.ImporterAddress));
        print.Set(CatalogItemFields.ManufacturerInfo, item.ManufacturerInfo is null ? Unsaid : HashText(item.ManufacturerInfo));
        return print;
    }

    /// <summary>In which of the fields that it says itself an item of the source differs from a product.</summary>
    public readonly CatalogItemFields DifferencesFrom(in CatalogPrint product)
    {
        CatalogItemFields differences = CatalogItemFields.None;
        for (int i = 0; i < Fields; i++)
        {
            if (this[i] != Unsaid && this[i] != product[i])
            {
                differences |= (CatalogItemFields)(1 << i);
            }
        }

        return differences;
    }

    private void Set(CatalogItemFields field, ulong hash) => this[int.TrailingZeroCount((int)field)] = hash;

    private static ulong HashAddress(ImporterAddress? address) => address is null
        ? Blank
        : Hash(string.Join('\u001f', address.Street1, address.Street2, address.City, address.Region, address.PostalCode, address.Country?.ToUpperInvariant()));

    // Meta's words come in capital letters in one place and small ones in the other.
    private static ulong HashWord(string? word) => Hash(word?.ToUpperInvariant());

    // What goes lost on the way and makes no difference to a reader: blanks around a text, the kind of its line breaks.
    private static ulong HashText(string? text) => Hash(text?.Trim().ReplaceLineEndings("\n"));

    private static ulong Hash(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Blank;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        ulong value = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        return value <= Blank ? Blank + 1 : value;
    }
}
