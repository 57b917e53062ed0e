namespace WhatsCommerce.Testing;

/// <summary>A set of a catalog's items: those for which its filter holds.</summary>
internal sealed record ProductSetEntry(long Number, EmulatedCatalog Catalog, string Name, string? Filter, string? RetailerId)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
