namespace WhatsCommerce.Catalogs;

/// <summary>In what an item of a source differs from the catalog.</summary>
/// <param name="Changed">The fields that the source says otherwise.</param>
/// <param name="Missing">The fields that the catalog has, and of which the source says nothing and is the truth.</param>
/// <param name="MissingOthers">Of the other fields those that are missing in the same way; <see langword="null"/> for none.</param>
/// <param name="Uncompared">The fields that both have, in forms that cannot be compared.</param>
internal readonly record struct CatalogDifference(
    CatalogItemFields Changed, CatalogItemFields Missing, IReadOnlyList<string>? MissingOthers, CatalogItemFields Uncompared)
{
    /// <summary>All the fields that differ.</summary>
    public CatalogItemFields All => Changed | Missing | (MissingOthers is null ? CatalogItemFields.None : CatalogItemFields.OtherFields);

    /// <summary>The change that makes the catalog equal to an item.</summary>
    public CatalogChange ToChange(CatalogItem item)
    {
        if (MissingOthers is not null)
        {
            Dictionary<string, string> others = item.OtherFields is null ? [] : new(item.OtherFields);
            foreach (string name in MissingOthers)
            {
                others[name] = "";
            }

            item = item with { OtherFields = others };
        }

        return CatalogChange.Update(Missing == CatalogItemFields.None ? item : item with { Clear = item.Clear | Missing });
    }
}
