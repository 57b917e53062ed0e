namespace WhatsCommerce.Testing;

/// <summary>Reads a field with parameters: <c>analytics.start(1).end(2).granularity(DAY).country_codes(["US"])</c>.</summary>
internal static class AnalyticsFields
{
    /// <summary>The fields with parameters that a list of fields asks for, each with its parameters.</summary>
    public static IEnumerable<(string Name, Dictionary<string, string> Parameters)> Read(string? fields)
    {
        foreach (string field in SplitAt(fields ?? "", ','))
        {
            List<string> parts = SplitAt(field.Trim(), '.');
            if (parts is [var name, _, ..])
            {
                Dictionary<string, string> parameters = new(StringComparer.Ordinal);
                foreach (string part in parts.Skip(1))
                {
                    int open = part.IndexOf('(', StringComparison.Ordinal);
                    if (open > 0 && part.EndsWith(')'))
                    {
                        parameters[part[..open].Trim()] = part[(open + 1)..^1].Trim();
                    }
                }

                yield return (name, parameters);
            }
        }
    }

    /// <summary>The words of a list, written as JSON or with commas alone, as Meta's examples have both.</summary>
    public static string[] List(string? text) =>
        [.. (text ?? "").Split([',', '[', ']', '"', '\'', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> SplitAt(string text, char separator)
    {
        List<string> parts = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' or '{' ? 1 : text[i] is ')' or ']' or '}' ? -1 : 0;
            if (text[i] == separator && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
