namespace WhatsCommerce.Templates;

/// <summary>Members of an object that have no property here.</summary>
internal static class Fields
{
    public static IReadOnlyDictionary<string, JsonElement> None { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Gets all members of an object except those that were read.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Except(JsonElement json, params ReadOnlySpan<string> read)
    {
        Dictionary<string, JsonElement>? rest = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!read.Contains(member.Name))
            {
                (rest ??= new(StringComparer.Ordinal))[member.Name] = member.Value;
            }
        }

        return rest ?? None;
    }
}
