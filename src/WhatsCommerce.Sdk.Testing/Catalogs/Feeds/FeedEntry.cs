namespace WhatsCommerce.Testing;

internal sealed record FeedEntry(long Number, EmulatedCatalog Catalog, string Name)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>When it is fetched and from where: a JSON object in UTF-8, if it was given.</summary>
    public byte[]? Schedule { get; init; }

    public bool MayDelete { get; init; }

    /// <summary>The retailer ids that its last upload held: what a later one lacks is deleted.</summary>
    public HashSet<string> RetailerIds { get; } = new(StringComparer.Ordinal);
}
