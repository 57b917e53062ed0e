namespace WhatsCommerce.Testing;

/// <summary>A product as an object of Graph: an item, and the catalog that contains it.</summary>
internal sealed record ProductNode(EmulatedCatalog Catalog, CatalogEntry Entry)
{
    public string Id => Entry.Id.ToString(CultureInfo.InvariantCulture);
}
