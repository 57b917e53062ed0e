using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>The catalogs, with their items and groups. Batches that are under way are not kept.</summary>
internal sealed class CatalogState(EmulatedCatalogs catalogs, EmulatedAccounts accounts) : IStateSection
{
    public string Name => "catalogs";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (EmulatedCatalog catalog in catalogs.All)
        {
            json.WriteStartObject();
            json.WriteString("id", catalog.Id.Value);
            json.WriteString("name", catalog.Name);
            json.WriteString("vertical", catalog.Vertical);
            json.WriteBoolean("isOwned", catalog.IsOwned);
            json.WriteList("items", catalog.Entries(), entry => Write(json, entry));
            json.WriteList("groups", catalog.KnownGroups(), group =>
            {
                json.WriteNumber("id", group.Number);
                json.WriteString("retailerId", group.RetailerId);
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Read(JsonElement section)
    {
        HashSet<EmulatedCatalog> kept = [];
        foreach (JsonElement item in section.EnumerateArray())
        {
            EmulatedCatalog catalog = catalogs.Find(item.Text("id"))
                ?? catalogs.Enter(item.Text("id"), item.Text("name"), item.Text("vertical"), item.Flag("isOwned"));
            catalog.Name = item.Text("name");
            catalog.Restore(item.List("items").Select(ReadEntry), item.List("groups").Select(group => (group.Number("id"), group.Text("retailerId"))));
            kept.Add(catalog);
        }

        // The catalog of the options is made before; whoever has deleted it does not want it back.
        foreach (EmulatedCatalog gone in catalogs.All.Where(catalog => !kept.Contains(catalog)))
        {
            catalogs.Remove(gone);
            accounts.Disconnect(gone);
        }
    }

    private static void Write(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.WriteNumber("id", entry.Id);
        json.WriteString("retailerId", entry.RetailerId);
        json.WriteNumber("price", entry.Price);
        json.WriteString("currency", entry.Currency);
        json.WriteString("availability", entry.Availability);
        json.WriteOptional("groupId", entry.GroupId);
        json.WriteTime("reviewDue", entry.ReviewDue);
        json.WriteRaw("fields", entry.Attributes);
    }

    private static CatalogEntry ReadEntry(JsonElement item) => new(item.Number("id"), item.Text("retailerId"))
    {
        Price = item.Required("price").GetDecimal(),
        Currency = string.Intern(item.Text("currency")),
        Availability = string.Intern(item.Text("availability")),
        GroupId = item.OptionalText("groupId"),
        ReviewDue = item.Time("reviewDue"),
        Attributes = item.Required("fields").ValueKind is JsonValueKind.Object ? item.Raw("fields")! : throw new FormatException("'fields' is no object"),
    };
}
