using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>Reads a file of catalog items, JSON or separated values, and validates each item.</summary>
internal static class CatalogFile
{
    private const int MaxCharacters = 64_000_000;
    private const int MaxItems = 100_000;
    private const int MaxProblems = 1_000;

    private static readonly JsonDocumentOptions Reading = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64
    };

    /// <summary>The items as validated changes.</summary>
    /// <exception cref="CatalogLoadException">The file or an item is invalid.</exception>
    public static List<ItemChange> Read(string content, Uri? baseAddress)
    {
        if (content.Length > MaxCharacters)
        {
            throw new CatalogLoadException([$"It has more than {Number(MaxCharacters)} characters."]);
        }

        bool isJson = content.AsSpan().TrimStart("\uFEFF \t\r\n") is ['[' or '{' or '/', ..];
        using JsonDocument? document = isJson ? Parse(content) : null;
        IEnumerable<(string Row, JsonElement? Item)> rows = document is not null ? Items(document.RootElement) : Rows(content);

        List<string> problems = [];
        List<ItemChange> changes = [];
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        foreach ((string row, JsonElement? item) in rows)
        {
            if (changes.Count >= MaxItems || problems.Count >= MaxProblems)
            {
                problems.Add(changes.Count >= MaxItems
                    ? $"It has more than {Number(MaxItems)} items."
                    : "There are more problems than are listed here.");
                break;
            }

            Judge(row, item, baseAddress, changes, seen, problems);
        }

        return problems.Count > 0 ? throw new CatalogLoadException(problems)
            : changes.Count == 0 ? throw new CatalogLoadException(["It holds no items."])
            : changes;
    }

    private static void Judge(
        string row, JsonElement? item, Uri? baseAddress, List<ItemChange> changes, Dictionary<string, string> seen, List<string> problems)
    {
        if (item is not { ValueKind: JsonValueKind.Object } given || !Judging.Json.HasOnlyReadableTexts(given))
        {
            problems.Add($"{row}: it is not an object with the fields of an item.");
            return;
        }

        string? id = item.TextMember("id");
        string name = string.IsNullOrWhiteSpace(id) ? row : $"{row} ('{Shortened(id)}')";
        List<string> found = ItemRules.Judge(item, "UPDATE");
        found.AddRange(
            from field in (string[])["title", "price"]
            where string.IsNullOrWhiteSpace(item.TextMember(field))
            select $"A required field is missing: {field}.");
        JsonElement completed = Completed(given, baseAddress);
        if (baseAddress is not null && ItemRules.JudgeLater(completed) is { } later)
        {
            found.Add(later);
        }

        if (id is not null && !seen.TryAdd(id, row))
        {
            found.Add($"The id stands at {seen[id]} already.");
        }

        problems.AddRange(found.Select(problem => $"{name}: {problem}"));
        if (found.Count == 0)
        {
            changes.Add(ItemChange.Read(completed, "CREATE", changes.Count + 1));
        }
    }

    /// <summary>The item with absolute URLs.</summary>
    private static JsonElement Completed(JsonElement item, Uri? baseAddress)
    {
        if (baseAddress is null)
        {
            return item;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach (JsonProperty field in item.EnumerateObject())
            {
                if (field.Name is "link" or "image_link"
                    && field.Value.ValueKind is JsonValueKind.String
                    && Uri.TryCreate(baseAddress, field.Value.GetString(), out Uri? address))
                {
                    json.WriteString(field.Name, address.AbsoluteUri);
                }
                else
                {
                    field.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static JsonDocument Parse(string content)
    {
        try
        {
            return JsonDocument.Parse(content.AsMemory().TrimStart('\uFEFF'), Reading);
        }
        catch (JsonException exception)
        {
            string line = Number(exception.LineNumber + 1 ?? 0);
            throw new CatalogLoadException([$"Line {line} is not valid JSON: {exception.Message}"], exception);
        }
    }

    private static IEnumerable<(string Row, JsonElement? Item)> Items(JsonElement root)
    {
        JsonElement? file = root;
        JsonElement? list = root.ValueKind is JsonValueKind.Array ? root : file.ArrayMember("data") ?? file.ArrayMember("requests");
        if (list is not { } items)
        {
            throw new CatalogLoadException(
                ["As JSON it must be an array of items, {\"data\":[...]} or {\"requests\":[{\"data\":{...}}]}."]);
        }

        bool isBatch = root.ValueKind is JsonValueKind.Object && file.ArrayMember("data") is null;
        return items.EnumerateArray().Select((item, index) =>
            ($"Item {Number(index + 1)}", isBatch ? ((JsonElement?)item).ObjectMember("data") : (JsonElement?)item));
    }

    private static IEnumerable<(string Row, JsonElement? Item)> Rows(string content)
    {
        string names = content.AsSpan().TrimStart("\uFEFF").ToString().Split('\n', 2)[0].Trim();
        if (!names.Split(',', '\t', '|').Any(name => name.Trim(' ', '"') == "id"))
        {
            throw new CatalogLoadException(
                [$"The first row must name the fields, among them id, title and price; found '{Shortened(names)}'."]);
        }

        return FeedFile.Read(content).Select((item, index) => ($"Row {Number(index + 2)}", (JsonElement?)item));
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text[..100]}...";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
