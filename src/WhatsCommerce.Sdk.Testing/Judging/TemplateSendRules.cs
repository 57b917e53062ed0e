using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>Whether a template that is sent exists, may be sent, and gets a value for each of its variables.</summary>
internal static class TemplateSendRules
{
    public static Refusal? Judge(JsonElement? template, ITemplateBook book)
    {
        string name = template.TextMember("name")!;
        string language = template.ObjectMember("language").TextMember("code")!;
        if (!book.IsKept)
        {
            return null;
        }

        if (book.Find(name, language) is not var (status, definition) || status is "PENDING" or "REJECTED")
        {
            return new(404, 132001, "(#132001) Template name does not exist in the translation")
            {
                Details = $"template name ({name}) does not exist in {language}",
            };
        }

        if (status is not "APPROVED")
        {
            return status == "PAUSED" ? Unusable(132015, "Template is Paused", name) : Unusable(132016, "Template is Disabled", name);
        }

        using JsonDocument document = JsonDocument.Parse(definition);
        foreach (JsonElement component in document.RootElement.EnumerateArray())
        {
            string type = TemplateRules.TypeOf(component);
            if (type is "HEADER" or "BODY" && JudgeTexts(component, type, template.ArrayMember("components")) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? JudgeTexts(JsonElement? defined, string type, JsonElement? sent)
    {
        int wanted = TemplateText.Variables(defined.TextMember("text") ?? "").Count;
        JsonElement? component = sent?.EnumerateArray().FirstOrDefault(item => TemplateRules.TypeOf(item) == type);
        int given = component.ArrayMember("parameters")?.GetArrayLength() ?? 0;
        string format = defined.TextMember("format")?.ToUpperInvariant() ?? "TEXT";
        if (type == "HEADER" && format != "TEXT")
        {
            // The place of a media, location or product header is filled by one parameter of that type.
            return given == 1 || format == "GIF" ? null : Mismatch(132012, "Parameter format does not match format in the created template", $"header: Format mismatch, expected {format}");
        }

        return given == wanted ? null : Mismatch(
            132000,
            "Number of parameters does not match the expected number of params",
            System.FormattableString.Invariant($"{type.ToLowerInvariant()}: number of localizable_params ({given}) does not match the expected number of params ({wanted})"));
    }

    private static Refusal Mismatch(int code, string message, string details) =>
        new(400, code, System.FormattableString.Invariant($"(#{code}) {message}")) { Details = details };

    private static Refusal Unusable(int code, string message, string name) =>
        new(400, code, System.FormattableString.Invariant($"(#{code}) {message}")) { Details = $"The template {name} cannot be sent now." };
}
