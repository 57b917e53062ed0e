namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// Normalizes the parameters of a message before they are validated and shown: types in lower case, and JSON that clients send as a string
/// (<c>"contacts": "[{...}]"</c>) as JSON. Graph accepts all of these forms.
/// </summary>
internal static class RequestWords
{
    private static readonly string[] Words = ["type", "recipient_type"];

    private static readonly string[] Contents =
    [
        "audio", "contacts", "context", "document", "image", "interactive", "location", "pin", "reaction", "sticker", "template", "text",
        "typing_indicator", "video",
    ];

    /// <summary>The request with normalized parameters; the same request if they are already.</summary>
    public static JsonElement Plain(JsonElement request) =>
        request.ValueKind is JsonValueKind.Object
        && request.EnumerateObject().Any(member => IsWord(member) || IsText(member))
        && Json.HasOnlyReadableTexts(request)
            ? Rewrite(request)
            : request;

    private static bool IsWord(JsonProperty member) =>
        member.Value.ValueKind is JsonValueKind.String
        && Names(Words, member)
        && Text(member.Value) is { } word
        && word.Any(char.IsUpper);

    private static bool IsText(JsonProperty member) => member.Value.ValueKind is JsonValueKind.String && Names(Contents, member);

    private static JsonElement Rewrite(JsonElement request)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in request.EnumerateObject())
            {
                if (IsWord(member))
                {
                    json.WriteString(member.Name, member.Value.GetString()!.ToLowerInvariant());
                }
                else if (IsText(member) && Parse(member.Value) is { } value)
                {
                    json.WritePropertyName(member.Name);
                    value.WriteTo(json);
                }
                else
                {
                    member.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static bool Names(string[] names, JsonProperty member) => Array.Exists(names, name => member.NameEquals(name));

    private static JsonElement? Parse(JsonElement text)
    {
        try
        {
            return text.GetString() is { } json && json.AsSpan().TrimStart() is ['{' or '[', ..]
                ? JsonElement.Parse(Encoding.UTF8.GetBytes(json))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Half of a surrogate pair is not valid text, which MessageJudge reports.
    private static string? Text(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
