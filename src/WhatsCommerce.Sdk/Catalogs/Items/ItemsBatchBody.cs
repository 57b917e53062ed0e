namespace WhatsCommerce.Catalogs;

internal static class ItemsBatchBody
{
    /// <summary>Writes the body.</summary>
    /// <param name="changes">At most <see cref="CatalogLimits.BatchItems"/>, valid, each item once.</param>
    /// <param name="allowUpsert">
    /// Whether an update of a missing item inserts it; <see langword="null"/> leaves it to Meta, whose default is true.
    /// </param>
    public static byte[] Write(
        IReadOnlyList<CatalogChange> changes, bool? allowUpsert = null) => JsonBytes.Write((changes, allowUpsert), static (writer, batch) =>
    {
        writer.WriteStartObject();
        writer.WriteString("item_type"u8, "PRODUCT_ITEM"u8);
        if (batch.allowUpsert is bool allowed)
        {
            writer.WriteBoolean("allow_upsert"u8, allowed);
        }

        writer.WriteStartArray("requests"u8);
        foreach (CatalogChange change in batch.changes)
        {
            change.Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
