using System.Globalization;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>The fields of a product as Meta's catalog feeds name them.</summary>
internal static class ProductFields
{
    /// <summary>The columns that a CSV file must have, in any order and case.</summary>
    public static IReadOnlyList<string> Required { get; } =
        ["id", "title", "description", "availability", "price", "link", "image_link"];

    /// <summary>The columns that a file may have.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    [
        "sale_price", "brand", "item_group_id", "color", "size", "material", "pattern", "condition", "visibility", "gtin", "mpn",
        "google_product_category", "product_type", "additional_image_link", "quantity_to_sell_on_facebook",
    ];

    /// <summary>Reads the item of a row. Missing values are reported by the validation of the catalog item, not here.</summary>
    /// <returns>The error; <see langword="null"/> when there is none.</returns>
    public static string? Read(ProductRow row, out CatalogItem? item)
    {
        item = null;
        string? price = row.Field("price");
        string? salePrice = row.Field("sale_price");
        if (!TryReadPrice(price, out Money? regular) | !TryReadPrice(salePrice, out Money? sale))
        {
            return $"A price is an amount and a currency, such as 9.99 USD; found '{price}'"
                + $"{(salePrice is null ? "" : $" and '{salePrice}'")}.";
        }

        int? quantity = null;
        if (row.Field("quantity_to_sell_on_facebook") is { } pieces)
        {
            if (!int.TryParse(pieces, NumberStyles.None, CultureInfo.InvariantCulture, out int whole))
            {
                return $"quantity_to_sell_on_facebook is a whole number; found '{pieces}'.";
            }

            quantity = whole;
        }

        item = new CatalogItem
        {
            RetailerId = row.Field("id"),
            Title = row.Field("title"),
            Description = row.Field("description"),
            Availability = new ProductAvailability(row.Field("availability")),
            Condition = new ProductCondition(row.Field("condition")),
            Price = regular,
            SalePrice = sale,
            Link = row.Field("link"),
            ImageLink = row.Field("image_link"),
            AdditionalImageLinks = row.Field("additional_image_link")?.Split(',', StringSplitOptions.TrimEntries),
            Brand = row.Field("brand"),
            Gtin = row.Field("gtin"),
            Mpn = row.Field("mpn"),
            GoogleProductCategory = row.Field("google_product_category"),
            ProductType = row.Field("product_type"),
            GroupId = row.Field("item_group_id"),
            Color = row.Field("color"),
            Size = row.Field("size"),
            Material = row.Field("material"),
            Pattern = row.Field("pattern"),
            Quantity = quantity,
            Visibility = new ProductVisibility(row.Field("visibility")),
        };
        return null;
    }

    private static bool TryReadPrice(string? text, out Money? price)
    {
        price = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [string amount, { Length: 3 } currency]
            || !decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        price = new Money(value, currency.ToUpperInvariant());
        return true;
    }
}
