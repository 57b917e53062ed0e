namespace WhatsCommerce.Testing;

/// <summary>Sets of items, and feeds with what their last uploads held.</summary>
internal sealed class NodeState(Entries<ProductSetEntry> sets, Entries<FeedEntry> feeds, EmulatedCatalogs catalogs)
{
    public SavedNodes Save() => new(
        [.. sets.Where(static _ => true)
            .Select(set => new SavedSet(set.Number, set.Catalog.Id.Value!, set.Name, set.Filter, set.RetailerId))],
        [.. feeds.Where(static _ => true).Select(Save)]);

    public void Restore(SavedNodes saved)
    {
        foreach (SavedSet set in saved.Sets)
        {
            sets.Put(new(set.Id, CatalogOf(set.Catalog), set.Name, set.Filter, set.RetailerId));
        }

        foreach (SavedFeed feed in saved.Feeds)
        {
            FeedEntry entry = new(feed.Id, CatalogOf(feed.Catalog), feed.Name) { MayDelete = feed.MayDelete, Schedule = feed.Schedule };
            entry.RetailerIds.UnionWith(feed.RetailerIds);
            feeds.Put(entry);
        }
    }

    private static SavedFeed Save(FeedEntry feed)
    {
        lock (feed.RetailerIds)
        {
            return new(feed.Number, feed.Catalog.Id.Value!, feed.Name, feed.MayDelete, [.. feed.RetailerIds]) { Schedule = feed.Schedule };
        }
    }

    // One that is deleted may have left its sets behind.
    private EmulatedCatalog CatalogOf(string id) => catalogs.Find(id) ?? catalogs.Make(id, "Deleted");
}
