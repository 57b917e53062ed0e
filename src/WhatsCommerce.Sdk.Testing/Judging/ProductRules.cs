using System.Globalization;
using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>The rules of what product messages name: the catalog, its items, and the sections that they stand in.</summary>
internal static class ProductRules
{
    public static Refusal? CatalogId(JsonElement? action, out string catalogId)
    {
        catalogId = action.TextMember("catalog_id") ?? "";
        return string.IsNullOrWhiteSpace(catalogId) ? Refusals.Missing("The parameter interactive['action']['catalog_id'] is required.") : null;
    }

    public static Refusal? RetailerId(JsonElement? owner, string name, string path, out string retailerId)
    {
        retailerId = owner.TextMember(name) ?? "";
        return owner.Member(name) is null ? Refusals.Missing($"The parameter {path}['{name}'] is required.")
            : string.IsNullOrWhiteSpace(retailerId) || Json.Length(retailerId) > Limits.RetailerId ? Refusals.Length("Product retailer id", 1, Limits.RetailerId)
            : null;
    }

    public static Refusal? Sections(JsonElement? action, List<string> products)
    {
        if (action.ArrayMember("sections") is not { } sections)
        {
            return Refusals.Missing("The parameter interactive['action']['sections'] is required.");
        }

        int count = sections.GetArrayLength();
        if (count is < 1 or > Limits.Sections)
        {
            return Refusals.Invalid($"Invalid sections count. Min allowed sections: 1, Max allowed sections: {Limits.Sections}");
        }

        int index = 0;
        foreach (JsonElement section in sections.EnumerateArray())
        {
            string path = $"interactive['action']['sections'][{index.ToString(CultureInfo.InvariantCulture)}]";
            if ((Title(section, path, required: count > 1) ?? Items(section, path, products)) is { } refusal)
            {
                return refusal;
            }

            index++;
        }

        return products.Count > Limits.Products
            ? Refusals.Invalid($"Invalid products count. Min allowed products: 1, Max allowed products: {Limits.Products}")
            : null;
    }

    /// <summary>
    /// What Meta does with products that the connected catalog lacks: without any left nothing is sent; otherwise the message goes out
    /// without them. The id of a catalog that is not connected makes all of them unknown.
    /// </summary>
    public static Refusal? Stocked(IShelf shelf, string catalogId, IReadOnlyList<string> products, MessageContent content)
    {
        if (!shelf.IsVisible)
        {
            return Refusals.CatalogHidden();
        }

        content.Products = catalogId == shelf.CatalogId ? [.. products.Where(shelf.Holds)] : [];
        if (content.Products.Count == 0)
        {
            return Refusals.ProductsNotFound(catalogId, products);
        }

        content.MissingProducts = [.. products.Where(id => !shelf.Holds(id))];
        return null;
    }

    private static Refusal? Title(JsonElement? section, string path, bool required)
    {
        string? title = section.TextMember("title");
        return string.IsNullOrWhiteSpace(title) && required ? Refusals.Missing($"The parameter {path}['title'] is required when there is more than one section.")
            : title is not null && Json.Length(title) > Limits.SectionTitle ? Refusals.Length("Section title", 1, Limits.SectionTitle)
            : null;
    }

    private static Refusal? Items(JsonElement? section, string path, List<string> products)
    {
        if (section.ArrayMember("product_items") is not { } items || items.GetArrayLength() == 0)
        {
            return Refusals.Missing($"The parameter {path}['product_items'] is required.");
        }

        int index = 0;
        foreach (JsonElement item in items.EnumerateArray())
        {
            string itemPath = $"{path}['product_items'][{index.ToString(CultureInfo.InvariantCulture)}]";
            if (RetailerId(item, "product_retailer_id", itemPath, out string id) is { } refusal)
            {
                return refusal;
            }

            products.Add(id);
            index++;
        }

        return null;
    }
}
