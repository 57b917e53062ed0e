namespace WhatsCommerce.Testing;

/// <summary>A group of variants; it exists as soon as an item names it, and cannot itself be sent.</summary>
internal sealed record ProductGroup(EmulatedCatalog Catalog, long Number, string RetailerId)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
