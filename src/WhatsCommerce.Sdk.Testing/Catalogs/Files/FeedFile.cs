namespace WhatsCommerce.Testing;

/// <summary>
/// A feed as a file: rows of fields between commas or tabs, quoted where they must be, the first row with their names (RFC 4180).
/// </summary>
internal static class FeedFile
{
    /// <summary>Reads the rows as objects in the words of <c>items_batch</c>; none when the first row is missing.</summary>
    public static IEnumerable<JsonElement> Read(string text)
    {
        string firstLine = text.Split('\n', 2)[0];
        char delimiter =
            firstLine.Contains('\t', StringComparison.Ordinal) ? '\t' : firstLine.Contains('|', StringComparison.Ordinal) ? '|' : ',';
        List<string>? names = null;
        foreach (List<string> row in Rows(text.TrimStart('\uFEFF'), delimiter))
        {
            if (names is null)
            {
                names = [.. row.Select(name => name.Trim())];
            }
            else if (row.Count > 1 || row[0].Length > 0)
            {
                yield return ToJson(names, row);
            }
        }
    }

    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        List<string> row = [];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }

    private static JsonElement ToJson(List<string> names, List<string> row)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach ((string name, string value) in names.Zip(row).Where(pair => pair.First.Length > 0 && pair.Second.Length > 0))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }
}
