using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>The message templates, the verdicts on them, and the names that are kept for a while after a deletion.</summary>
internal sealed class TemplateState(EmulatedTemplates templates) : IStateSection
{
    public string Name => "templates";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteList("items", templates.Entries(), entry => Write(json, entry));
        json.WriteList("verdicts", templates.Verdicts(), verdict =>
        {
            json.WriteString("name", verdict.Name);
            json.WriteString("status", verdict.Status);
            json.WriteOptional("reason", verdict.Reason);
        });
        json.WriteList("deleted", templates.Deleted(), deleted =>
        {
            json.WriteString("name", deleted.Name);
            json.WriteString("language", deleted.Language);
            json.WriteTime("at", deleted.At);
        });
        json.WriteEndObject();
    }

    public void Read(JsonElement section) => templates.Restore(
        section.List("items").Select(ReadEntry),
        section.List("verdicts").Select(item => (item.Text("name"), item.Text("status"), item.OptionalText("reason"))),
        section.List("deleted").Select(item => (item.Text("name"), item.Text("language"), item.Time("at"))));

    private static void Write(Utf8JsonWriter json, TemplateEntry entry)
    {
        json.WriteNumber("id", entry.Number);
        json.WriteString("name", entry.Name);
        json.WriteString("language", entry.Language);
        json.WriteString("category", entry.Category);
        json.WriteOptional("subCategory", entry.SubCategory);
        json.WriteOptional("parameterFormat", entry.ParameterFormat);
        json.WriteRaw("components", entry.Components);
        json.WriteTime("reviewDue", entry.ReviewDue);
        json.WriteList("edits", entry.Edits, edit => json.WriteTime("at", edit));
    }

    private TemplateEntry ReadEntry(JsonElement item) => new(templates, item.Number("id"), item.Text("name"), item.Text("language"))
    {
        Category = item.Text("category"),
        SubCategory = item.OptionalText("subCategory"),
        ParameterFormat = item.OptionalText("parameterFormat"),
        Components = item.Required("components").ValueKind is JsonValueKind.Array ? item.Raw("components")! : throw new FormatException("'components' is no array"),
        ReviewDue = item.Time("reviewDue"),
        Edits = [.. item.List("edits").Select(edit => edit.Time("at"))],
    };
}
