namespace WhatsCommerce.Templates;

/// <summary>
/// The JSON of an authentication template in several languages: like that of one, with <c>languages</c> instead of <c>language</c>, and
/// without labels, which Meta sets in each language. Source: Meta, authentication-templates/bulk-management.
/// </summary>
internal static class LanguagesBody
{
    public static byte[] Of(TemplateDefinition definition, IReadOnlyList<string> languages)
    {
        Violations violations = new();
        if (definition.Category != TemplateCategory.Authentication)
        {
            violations.Add(
                "category", ViolationRule.NotAllowed, "Only authentication templates can be created in several languages at once.");
        }

        violations.RequireCount("languages", languages.Count, int.MaxValue, "languages");
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < languages.Count; i++)
        {
            violations.RequireLanguage(new WirePath("languages[{0}]", i), languages[i]);
            violations.RequireUnique(new WirePath("languages[{0}]", i), languages[i], seen, "The language");
        }

        violations.ThrowIfAny("The templates were not created");
        using JsonDocument one = JsonDocument.Parse(definition.ToJson());
        return JsonBytes.Write(
            (one.RootElement, languages), static (writer, state) => WriteRoot(writer, state.RootElement, state.languages));
    }

    private static void WriteRoot(Utf8JsonWriter writer, JsonElement one, IReadOnlyList<string> languages)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in one.EnumerateObject())
        {
            if (!member.NameEquals("language"u8))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
                continue;
            }

            writer.WriteStartArray("languages"u8);
            foreach (string language in languages)
            {
                writer.WriteStringValue(language);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // Only buttons have labels: an authentication template has no other text of its own.
    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    if (!member.NameEquals("text"u8) && !member.NameEquals("autofill_text"u8))
                    {
                        writer.WritePropertyName(member.Name);
                        Write(writer, member.Value);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
