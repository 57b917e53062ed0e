namespace WhatsCommerce.Catalogs;

/// <summary>Reads the parts of Meta's responses about batches.</summary>
internal static class ItemsBatchJson
{
    public static JsonElement ReadObject(ref Utf8JsonReader reader)
    {
        JsonElement json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object ? json : throw new JsonException("What is told of a batch is an object");
    }

    /// <summary>A list; <see langword="null"/> when there is none.</summary>
    public static IReadOnlyList<TItem>? List<TItem>(JsonElement json, string name, Func<JsonElement, TItem?> read)
    {
        if (Member(json, name) is not JsonElement list)
        {
            return null;
        }

        List<TItem> items = [];
        foreach (JsonElement element in JsonLists.Elements(list))
        {
            if (element.ValueKind != JsonValueKind.Null && read(element) is TItem item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    public static string? Text(JsonElement json, string name) => Member(json, name) is JsonElement value ? JsonLists.Text(value) : null;

    public static int? Number(JsonElement json, string name) =>
        int.TryParse(Text(json, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Gets the message about an item, or everything else except for its id and line.</summary>
    public static string? Message(JsonElement problem) =>
        problem.ValueKind != JsonValueKind.Object ? JsonLists.Text(problem)
        : Text(problem, "message") is string message ? message
        : problem.EnumerateObject()
            .All(member => member.NameEquals("id"u8) || member.NameEquals("retailer_id"u8) || member.NameEquals("line"u8)) ? null
        : problem.GetRawText();

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
