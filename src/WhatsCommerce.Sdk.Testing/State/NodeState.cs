using System.Text.Json;

namespace WhatsCommerce.Testing.State;

/// <summary>Sets of items, and feeds with what their last uploads held. The uploads themselves are not kept.</summary>
internal sealed class NodeState(EmulatorContext context) : IStateSection
{
    public string Name => "nodes";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteList("sets", context.NodesOf<ProductSetEntry>(static _ => true), set =>
        {
            Write(json, set.Number, set.Catalog, set.Name);
            json.WriteOptional("filter", set.Filter);
            json.WriteOptional("retailerId", set.RetailerId);
        });
        json.WriteList("feeds", context.NodesOf<FeedEntry>(static _ => true), feed =>
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
        foreach (JsonElement set in section.List("sets"))
        {
            ProductSetEntry entry = new(set.Number("id"), CatalogOf(set), set.Text("name"), set.OptionalText("filter"), set.OptionalText("retailerId"));
            context.Nodes[entry.Number] = entry;
        }

        foreach (JsonElement feed in section.List("feeds"))
        {
            FeedEntry entry = new(feed.Number("id"), CatalogOf(feed), feed.Text("name")) { MayDelete = feed.Flag("mayDelete"), Schedule = feed.Raw("schedule") };
            entry.RetailerIds.UnionWith(feed.List("retailerIds").Select(id => id.GetString()!));
            context.Nodes[entry.Number] = entry;
        }
    }

    private static void Write(Utf8JsonWriter json, long id, EmulatedCatalog catalog, string name)
    {
        json.WriteNumber("id", id);
        json.WriteString("catalog", catalog.Id.Value);
        json.WriteString("name", name);
    }

    // One that is deleted may have left its sets behind.
    private EmulatedCatalog CatalogOf(JsonElement node) => context.Catalogs.Find(node.Text("catalog")) ?? new(context, node.Text("catalog"), "Deleted");
}
