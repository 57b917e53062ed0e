namespace WhatsCommerce.Testing.Judging.Products;

/// <summary>The products of a message that the connected catalog lacks, or keeps from customers.</summary>
internal static class MissingProducts
{
    /// <summary>
    /// What Meta does with products that the connected catalog lacks or keeps from customers: without any left nothing is sent; otherwise
    /// the message goes out without them. The id of a catalog that is not connected makes all of them unknown.
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

    /// <summary>131009: the connected catalog holds none of the products.</summary>
    public static Refusal NotFound(string catalogId, IEnumerable<string> retailerIds) => Refusals.Invalid(Describe(catalogId, retailerIds));

    /// <summary>131009: the number hides its catalog.</summary>
    public static Refusal CatalogHidden() =>
        Refusals.Invalid("The catalog is hidden in the commerce settings of this phone number: is_catalog_visible is false.");

    /// <summary>The words for products that the connected catalog does not hold.</summary>
    public static string Describe(string catalogId, IEnumerable<string> retailerIds) =>
        $"Products not found in FB Catalog: {string.Join(", ", retailerIds)} (catalog {catalogId})";
}
