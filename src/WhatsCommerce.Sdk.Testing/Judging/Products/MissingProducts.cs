namespace WhatsCommerce.Testing.Judging.Products;

/// <summary>The products of a message that the connected catalog does not contain, or hides from customers.</summary>
internal static class MissingProducts
{
    /// <summary>
    /// Removes the products that the connected catalog does not contain or hides from customers, as Meta does: if none is left, nothing is
    /// sent; otherwise the message is sent without them. If the message names a catalog that is not connected, all products are unknown.
    /// </summary>
    public static Refusal? Judge(IShelf shelf, string catalogId, IReadOnlyList<string> products, MessageContent content)
    {
        if (!shelf.IsVisible)
        {
            return CatalogHidden();
        }

        content.Products = catalogId == shelf.CatalogId ? [.. products.Where(shelf.Holds)] : [];
        if (content.Products.Count == 0)
        {
            return NotFound(catalogId, products);
        }

        content.MissingProducts = [.. products.Where(id => !shelf.Holds(id))];
        return null;
    }

    /// <summary>131009: the connected catalog contains none of the products.</summary>
    public static Refusal NotFound(string catalogId, IEnumerable<string> retailerIds) => Refusals.Invalid(Describe(catalogId, retailerIds));

    /// <summary>131009: the number hides its catalog.</summary>
    public static Refusal CatalogHidden() =>
        Refusals.Invalid("The catalog is hidden in the commerce settings of this phone number: is_catalog_visible is false.");

    /// <summary>The message about products that the connected catalog does not contain.</summary>
    public static string Describe(string catalogId, IEnumerable<string> retailerIds) =>
        $"Products not found in FB Catalog: {string.Join(", ", retailerIds)} (catalog {catalogId})";
}
