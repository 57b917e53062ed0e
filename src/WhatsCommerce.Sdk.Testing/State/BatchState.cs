namespace WhatsCommerce.Testing;

/// <summary>The batches that are under way: their handles were given out, so that they go on in the next run.</summary>
internal sealed class BatchState(EmulatedBatches batches, EmulatedCatalogs catalogs)
{
    public IReadOnlyList<SavedBatch> Save() =>
    [
        .. batches.UnderWay().Select(batch => new SavedBatch(
            batch.Handle, batch.Catalog.Id.Value!, batch.AllowUpsert, batch.Due, batch.Changes) { Fate = batch.Fate }),
    ];

    public void Restore(IReadOnlyList<SavedBatch> saved)
    {
        foreach (SavedBatch batch in saved)
        {
            if (catalogs.Find(batch.Catalog) is { } catalog)
            {
                batches.Begin(new(batch.Handle, catalog, batch.Changes, batch.AllowUpsert, batch.Due) { Fate = batch.Fate });
            }
        }
    }
}
