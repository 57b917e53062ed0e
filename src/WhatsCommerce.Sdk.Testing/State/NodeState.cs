using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>Sets of items, and feeds with what their last uploads held. The uploads themselves are not kept.</summary>
internal sealed class NodeState(Entries<ProductSetEntry> sets, Entries<FeedEntry> feeds, EmulatedCatalogs catalogs) : IStateSection
{
    public string Name => "nodes";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteList("sets", sets.Where(static _ => true), set =>
        {
            Write(json, set.Number, set.Catalog, set.Name);
            json.WriteOptional("filter", set.Filter);
            json.WriteOptional("retailerId", set.RetailerId);
        });
        json.WriteList("feeds", feeds.Where(static _ => true), feed =>
        {
            Write(json, feed.Number, feed.Catalog, feed.Name);
            json.WriteBoolean("mayDelete", feed.MayDelete);
            json.WriteRaw("schedule", feed.Schedule);
            json.WriteStartArray("retailerIds");
            lock (feed.RetailerIds)
            {
                foreach (string id in feed.RetailerIds)
                {
                    json.WriteStringValue(id);
                }
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    public void Read(JsonElement section)
    {
        foreach (JsonElement item in section.List("sets"))
        {
            sets.Put(new(item.Number("id"), CatalogOf(item), item.Text("name"), item.OptionalText("filter"), item.OptionalText("retailerId")));
        }

        foreach (JsonElement item in section.List("feeds"))
        {
            FeedEntry entry = new(item.Number("id"), CatalogOf(item), item.Text("name")) { MayDelete = item.Flag("mayDelete"), Schedule = item.Raw("schedule") };
            entry.RetailerIds.UnionWith(item.List("retailerIds").Select(id => id.GetString()!));
            feeds.Put(entry);
        }
    }

    private static void Write(Utf8JsonWriter json, long id, EmulatedCatalog catalog, string name)
    {
        json.WriteNumber("id", id);
        json.WriteString("catalog", catalog.Id.Value);
        json.WriteString("name", name);
    }

    // One that is deleted may have left its sets behind.
    private EmulatedCatalog CatalogOf(JsonElement node) => catalogs.Find(node.Text("catalog")) ?? catalogs.Make(node.Text("catalog"), "Deleted");
}
