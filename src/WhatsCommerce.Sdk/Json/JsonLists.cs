namespace WhatsCommerce.Json;

/// <summary>Lists and texts of Meta's in the shapes that they come in.</summary>
internal static class JsonLists
{
    /// <summary>
    /// The elements of a list. PHP, in which Meta's answers are made, prints a list with a gap as an object whose members are numbered, and
    /// an empty object as a list; another object or value is a list of one; what is blank is empty.
    /// </summary>
    public static IEnumerable<JsonElement> Elements(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray(),
        JsonValueKind.Object when json.EnumerateObject().All(IsNumbered) => json.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String when string.IsNullOrWhiteSpace(Text(json)) => [],
        _ => [json],
    };

    /// <summary>A value as text: a text as it reads, anything else as its JSON; <see langword="null"/> is none.</summary>
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
            // Half a character: as it is written.
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
