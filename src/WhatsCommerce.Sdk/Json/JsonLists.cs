namespace WhatsCommerce.Json;

/// <summary>Reads lists and texts in the various shapes of Meta's responses.</summary>
internal static class JsonLists
{
    /// <summary>
    /// Gets the elements of a list. PHP, which Meta's responses come from, writes a list with a gap as an object with numbered members, and
    /// an empty object as a list; any other object or value is a list of one; a blank value is empty.
    /// </summary>
    public static IEnumerable<JsonElement> Elements(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray(),
        JsonValueKind.Object when json.EnumerateObject().All(IsNumbered) => json.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String when string.IsNullOrWhiteSpace(Text(json)) => [],
        _ => [json],
    };

    /// <summary>Gets a value as text: a string as it is, anything else as its JSON; <see langword="null"/> for none.</summary>
    public static string? Text(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate: the raw JSON.
            return json.GetRawText();
        }
    }

    private static bool IsNumbered(JsonProperty member)
    {
        try
        {
            return !member.Name.AsSpan().ContainsAnyExceptInRange('0', '9');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
