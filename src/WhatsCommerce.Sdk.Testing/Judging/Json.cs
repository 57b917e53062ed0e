namespace WhatsCommerce.Testing.Judging;

/// <summary>Reads untrusted JSON: values that are absent, null or of another kind are treated as absent.</summary>
internal static class Json
{
    /// <summary>A member of an object, unless it is absent or null.</summary>
    public static JsonElement? Member(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty(name, out JsonElement member)
        && member.ValueKind is not JsonValueKind.Null
            ? member
            : null;

    public static JsonElement? ObjectMember(this JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    public static JsonElement? ArrayMember(this JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } found ? found : null;

    /// <summary>A member that is a string, or a number, which Graph also accepts in place of a string.</summary>
    public static string? TextMember(this JsonElement? element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>The length of a text in Unicode scalar values.</summary>
    public static int Length(string text)
    {
        int length = 0;
        foreach (System.Text.Rune _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>
    /// Whether every string in the JSON is valid text: a lone surrogate (<c>"\ud83d"</c>) is valid JSON, but not valid text.
    /// </summary>
    public static bool HasOnlyReadableTexts(JsonElement element)
    {
        try
        {
            Visit(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        static void Visit(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in element.EnumerateArray())
                    {
                        Visit(item);
                    }

                    break;
                case JsonValueKind.Object:
                    foreach (JsonProperty member in element.EnumerateObject())
                    {
                        _ = member.Name;
                        Visit(member.Value);
                    }

                    break;
            }
        }
    }
}
