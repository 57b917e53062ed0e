namespace WhatsCommerce.Testing.Judging.Products;

/// <summary>The rules for the catalog, the items and the sections in product messages.</summary>
internal static class ProductRules
{
    public static Refusal? CatalogId(Place action, out string catalogId)
    {
        catalogId = action["catalog_id"].Text ?? "";
        return string.IsNullOrWhiteSpace(catalogId) ? action["catalog_id"].Missing() : null;
    }

    public static Refusal? RetailerId(Place place, out string retailerId)
    {
        retailerId = place.Text ?? "";
        return !place.IsThere ? place.Missing()
            : string.IsNullOrWhiteSpace(retailerId) || Json.Length(retailerId) > Limits.RetailerId
                ? place.WrongLength("Product retailer id", 1, Limits.RetailerId)
            : null;
    }

    public static Refusal? Sections(Place action, List<string> products)
    {
        Place sections = action["sections"];
        return sections.NeedArray("sections", 1, Limits.Sections)
            ?? sections.Each(section =>
                RequestRules.SectionTitle(section["title"], required: sections.Count > 1) ?? Items(section["product_items"], products))
            ?? (products.Count > Limits.Products ? sections.WrongCount("products", 1, Limits.Products) : null);
    }

    private static Refusal? Items(Place items, List<string> products) =>
        items.Count == 0 ? items.Missing() : items.Each(item =>
        {
            Refusal? refusal = RetailerId(item["product_retailer_id"], out string id);
            products.Add(id);
            return refusal;
        });
}
