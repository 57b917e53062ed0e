namespace WhatsCommerce.Catalogs;

/// <summary>The differences between an item of a source and the catalog.</summary>
/// <param name="Changed">The fields with different values.</param>
/// <param name="Missing">The fields that the catalog has, and that the source leaves empty although it is authoritative for them.</param>
/// <param name="MissingOthers">The other fields that are missing in the same way; <see langword="null"/> for none.</param>
/// <param name="Uncompared">The fields that both have, in forms that cannot be compared.</param>
internal readonly record struct CatalogDifference(
    CatalogItemFields Changed, CatalogItemFields Missing, IReadOnlyList<string>? MissingOthers, CatalogItemFields Uncompared)
{
    /// <summary>All the fields that differ.</summary>
    public CatalogItemFields All => Changed | Missing | (MissingOthers is null ? CatalogItemFields.None : CatalogItemFields.OtherFields);

    /// <summary>Creates the change that makes the catalog equal to an item.</summary>
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
