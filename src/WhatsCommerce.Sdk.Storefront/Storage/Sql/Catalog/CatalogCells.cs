namespace WhatsCommerce.Storefronts;

/// <summary>Converts a product to the texts of its columns, without the shop.</summary>
internal static class CatalogCells
{
    // Control characters that do not occur in normal texts; a text that contains one is written as JSON.
    private const char Separator = '\u001E';
    private const char Nothing = '\u001F';

    /// <summary>Gets the columns, in the order of the cells.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "retailer_id", "own_id", "meta_id", "group_id", "parent_id", "name", "category", "category_id", "currency", "price", "obstacles",
        "is_searchable", "read_at", "gone_at", "data",
    ];

    /// <summary>Determines whether a column holds numbers.</summary>
    public static bool IsNumber(string column) =>
        column is "price" or "obstacles" or "is_searchable" or "read_at" or "gone_at";

    /// <summary>The cells of a product; null where it has no value.</summary>
    public static string?[] Of(CatalogProduct product) =>
    [
        StoredWord.Clean(product.RetailerId.Value),
        StoredWord.Clean(product.OwnId),
        StoredWord.Clean(product.MetaId.Value),
        StoredWord.Clean(product.GroupId.Value),
        StoredWord.Clean(product.ParentId.Value),
        StoredWord.Clean(product.Name),
        StoredWord.Clean(product.Category),
        product.CategoryId.Value,
        product.Price?.Currency.Code,
        Number(MinorUnits.Of(product.Price)),
        Number((long)product.Obstacles),
        product.IsSearchable ? "1" : "0",
        Number(product.ReadAt.ToUnixTimeMilliseconds()),
        Number(product.GoneAt?.ToUnixTimeMilliseconds()),
        JsonSerializer.Serialize(product, StoredJson.Of<CatalogProduct>()),
    ];

    /// <summary>Gets the PostgreSQL expression that turns <see cref="Joined"/> into rows; its first parameter is $2.</summary>
    public static string Rows { get; } = $"unnest({string.Join(", ", Columns.Select((_, i) => string.Create(
        CultureInfo.InvariantCulture, $"string_to_array(${i + 2}, E'\\x1E', E'\\x1F')")))}) as t ({string.Join(", ", Columns)})";

    /// <summary>The cells of a page, one text per column, which a database splits faster than it parses JSON.</summary>
    /// <returns>The texts; null when a cell contains the separator, or there are fewer than two products.</returns>
    public static string[]? Joined(IReadOnlyList<CatalogProduct> products)
    {
        if (products.Count < 2)
        {
            return null;
        }

        string?[][] rows = [.. products.Select(Of)];
        return rows.Any(static row => row.Any(static cell => cell is not null && cell.AsSpan().ContainsAny(Separator, Nothing)))
            ? null
            : [.. Columns.Select((_, column) => string.Join(Separator, rows.Select(row => row[column] ?? "\u001F")))];
    }

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
