namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// Creates the definition of a template from a library template, or from a definition in several languages. Source: Meta,
/// templates/template-library and authentication-templates/bulk-management.
/// </summary>
internal static class TemplateLibraryRules
{
    /// <summary>Returns the definition, unless the library does not contain the template or inputs for its buttons are missing.</summary>
    public static Refusal? FromLibrary(JsonElement request, JsonElement? item, JsonElement? buttonInputs, out JsonElement definition)
    {
        definition = default;
        if (item is not { } template)
        {
            return TemplateRefusals.Invalid("The library has no template with that name.");
        }

        JsonElement? buttons = item.ArrayMember("buttons");
        Place inputs = new(buttonInputs, "library_template_button_inputs");
        if (inputs.Count < (buttons?.GetArrayLength() ?? 0))
        {
            return TemplateRefusals.Invalid("library_template_button_inputs is required: one for each button.");
        }

        definition = Write(json =>
        {
            foreach (string name in (string[])["name", "language", "category"])
            {
                if (((JsonElement?)request).Member(name) is { } member)
                {
                    json.WritePropertyName(name);
                    member.WriteTo(json);
                }
            }

            json.WriteStartArray("components");
            if (item.TextMember("header") is { } header)
            {
                json.WriteStartObject();
                json.WriteString("type", "HEADER");
                json.WriteString("format", "TEXT");
                json.WriteString("text", header);
                json.WriteEndObject();
            }

            json.WriteStartObject();
            json.WriteString("type", "BODY");
            json.WriteString("text", item.TextMember("body"));
            json.WriteStartObject("example");
            json.WriteStartArray("body_text");
            template.GetProperty("body_params").WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            WriteButtons(json, buttons, inputs);
            json.WriteEndArray();
        });
        return null;
    }

    /// <summary>Returns the definition in one of several languages.</summary>
    public static JsonElement InLanguage(JsonElement request, string language) => Write(json =>
    {
        foreach (JsonProperty member in request.EnumerateObject())
        {
            if (member.Name is not ("languages" or "language"))
            {
                member.WriteTo(json);
            }
        }

        json.WriteString("language", language);
    });

    private static void WriteButtons(Utf8JsonWriter json, JsonElement? buttons, Place inputs)
    {
        if (buttons is not { } list)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "BUTTONS");
        json.WriteStartArray("buttons");
        foreach ((JsonElement button, Place input) in list.EnumerateArray().Zip(inputs.Items))
        {
            json.WriteStartObject();
            json.WriteString("type", ((JsonElement?)button).TextMember("type"));
            json.WriteString("text", ((JsonElement?)button).TextMember("text"));
            if (input["url"]["base_url"].Text is { } url)
            {
                json.WriteString("url", url);
                if (input["url"]["url_suffix_example"].Text is { } example)
                {
                    json.WriteStartArray("example");
                    json.WriteStringValue(example);
                    json.WriteEndArray();
                }
            }

            if (input["phone_number"].Text is { } number)
            {
                json.WriteString("phone_number", number);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
