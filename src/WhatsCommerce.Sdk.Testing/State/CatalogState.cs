namespace WhatsCommerce.Testing;

/// <summary>The catalogs, with their items and groups, and the verdicts on items. Batches that are under way are not kept.</summary>
internal sealed class CatalogState(EmulatedCatalogs catalogs, EmulatedReviews reviews, EmulatedAccounts accounts)
{
    public IReadOnlyList<SavedCatalog> Save() =>
    [
        .. catalogs.All.Select(catalog => new SavedCatalog(
            catalog.Id.Value!,
            catalog.Name,
            catalog.Vertical,
            catalog.IsOwned,
            catalog.Entries(),
            [.. catalog.KnownGroups().Select(group => new SavedGroup(group.Number, group.RetailerId))])),
    ];

    public void Restore(IReadOnlyList<SavedCatalog> saved)
    {
        HashSet<EmulatedCatalog> kept = [];
        foreach (SavedCatalog item in saved)
        {
            EmulatedCatalog catalog = catalogs.Find(item.Id) ?? catalogs.Enter(item.Id, item.Name, item.Vertical, item.IsOwned);
            catalog.Name = item.Name;
            catalog.Restore(item.Items, item.Groups.Select(group => (group.Id, group.RetailerId)));
            kept.Add(catalog);
        }

        // The catalog of the options is made before; whoever has deleted it does not want it back.
        foreach (EmulatedCatalog gone in catalogs.All.Where(catalog => !kept.Contains(catalog)))
        {
            catalogs.Remove(gone);
            accounts.Disconnect(gone);
        }
    }

    public IReadOnlyList<SavedReview> SaveReviews() =>
        [.. reviews.Verdicts.Select(verdict => new SavedReview(verdict.RetailerId, verdict.Status, verdict.Reasons))];

    public void RestoreReviews(IReadOnlyList<SavedReview> saved)
    {
        foreach (SavedReview verdict in saved)
        {
            reviews.Restore(verdict.RetailerId, verdict.Status, verdict.Reasons);
        }
    }
}
