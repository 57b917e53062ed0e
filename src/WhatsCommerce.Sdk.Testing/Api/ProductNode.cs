namespace WhatsCommerce.Testing;

/// <summary>A product as Graph names it: an item, and the catalog that holds it.</summary>
internal sealed record ProductNode(EmulatedCatalog Catalog, CatalogEntry Entry)
{
    public string Id => Entry.Id.ToString(CultureInfo.InvariantCulture);
}
