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
            JsonElement? sent = template.ArrayMember("components");
            Refusal? refusal = type switch
            {
                "HEADER" or "BODY" => JudgeTexts(component, type, sent),
                "BUTTONS" => JudgeButtons(component, sent),
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? JudgeTexts(JsonElement? defined, string type, JsonElement? sent)
    {
        // The text of an authentication template is Meta's own, with the code in place of its one variable.
        IReadOnlyList<string> variables = TemplateText.Variables(defined.TextMember("text") ?? (type == "BODY" ? "{{1}}" : ""));
        int wanted = variables.Count;
        JsonElement? component = sent?.EnumerateArray().FirstOrDefault(item => TemplateRules.TypeOf(item) == type);
        int given = component.ArrayMember("parameters")?.GetArrayLength() ?? 0;
        string format = defined.TextMember("format")?.ToUpperInvariant() ?? "TEXT";
        if (type == "HEADER" && format != "TEXT")
        {
            // The place of a media, location or product header is filled by one parameter of that type.
            return format == "GIF" || (given == 1 && format.Equals(TypeOfFirst(component), StringComparison.OrdinalIgnoreCase))
                ? null
                : Refusals.ParameterFormat($"header: Format mismatch, expected {format}");
        }

        return given != wanted
            ? Mismatch(System.FormattableString.Invariant($"{type.ToLowerInvariant()}: number of localizable_params ({given}) does not match the expected number of params ({wanted})"))
            : component.ArrayMember("parameters")?.EnumerateArray().Select(parameter => JudgeParameter(parameter, type, variables)).FirstOrDefault(refusal => refusal is not null);
    }

    // A variable with a name is filled in by its name; one with a number by its place.
    private static Refusal? JudgeParameter(JsonElement? parameter, string type, IReadOnlyList<string> variables)
    {
        string? name = parameter.TextMember("parameter_name");
        bool areNamed = variables.Any(variable => !variable.All(char.IsAsciiDigit));
        return parameter.TextMember("type") is not ("text" or "currency" or "date_time") ? Refusals.ParameterFormat($"{type.ToLowerInvariant()}: Format mismatch, expected TEXT")
            : name is null && areNamed ? Refusals.InvalidParameter("Parameter name is missing or empty")
            : name is not null && !variables.Contains(name) ? Mismatch($"{type.ToLowerInvariant()}: the template has no variable {name}")
            : null;
    }

    private static Refusal? JudgeButtons(JsonElement? defined, JsonElement? sent)
    {
        Place[] buttons = [.. new Place(sent, "template['components']").Items.Where(component => TemplateRules.TypeOf(component.Json) == "BUTTON")];
        JsonElement[] wanted = [.. defined.ArrayMember("buttons")?.EnumerateArray() ?? default];
        foreach (Place button in buttons)
        {
            long index = button["index"].Whole ?? Array.FindIndex(wanted, one => Fits(one, button));
            if (index < 0 || index >= wanted.Length || !Fits(wanted[index], button))
            {
                return Refusals.ParameterFormat($"The template has no button of type {button["sub_type"].Text} at this place: {button["index"].Path}");
            }
        }

        for (int index = 0; index < wanted.Length; index++)
        {
            if (NeedsParameter(wanted[index]) && !Array.Exists(buttons, button => button["index"].Whole == index && button["parameters"].Count > 0))
            {
                return Refusals.Missing(System.FormattableString.Invariant(
                    $"buttons: Button at index {index} of type {TemplateRules.TypeOf(wanted[index])} requires a parameter"));
            }
        }

        return null;
    }

    // The button of a one-time password is filled in as the address that it is beneath.
    private static bool Fits(JsonElement? wanted, Place button) => (TemplateRules.TypeOf(wanted), button["sub_type"].Text?.ToUpperInvariant()) is var (type, found)
        && (type == found || (type, found) is ("OTP", "URL"));

    private static bool NeedsParameter(JsonElement? button) => TemplateRules.TypeOf(button) switch
    {
        "URL" => TemplateText.Variables(button.TextMember("url") ?? "").Count > 0,
        "COPY_CODE" or "MPM" or "ORDER_DETAILS" or "OTP" => true,
        _ => false,
    };

    private static string? TypeOfFirst(JsonElement? component) =>
        component.ArrayMember("parameters")?.EnumerateArray().Select(parameter => ((JsonElement?)parameter).TextMember("type")).FirstOrDefault();

    private static Refusal Mismatch(string details) =>
        new(400, 132000, "(#132000) Number of parameters does not match the expected number of params") { Details = details };

    private static Refusal Unusable(int code, string message, string name) =>
        new(400, code, System.FormattableString.Invariant($"(#{code}) {message}")) { Details = $"The template {name} cannot be sent now." };
}
