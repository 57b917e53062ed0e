namespace WhatsCommerce.Analyzers;

/// <summary>A template as returned by Meta, and the parameters that a message must set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Language">Its language.</param>
/// <param name="HeaderFormat"><c>TEXT</c>, <c>IMAGE</c> and others; <see langword="null"/> without a header.</param>
/// <param name="Header">The variables of its header.</param>
/// <param name="Body">The variables of its body.</param>
/// <param name="Buttons">The types of its buttons in their order, such as <c>QUICK_REPLY</c>.</param>
internal sealed record TemplateSnapshot(
    string Name,
    string Language,
    string? HeaderFormat,
    IReadOnlyList<string> Header,
    IReadOnlyList<string> Body,
    IReadOnlyList<string> Buttons)
{
    /// <summary>The suffix of the names of files with templates.</summary>
    public const string FileSuffix = ".template.json";

    private const int MaxCharacters = 1_000_000;

    /// <summary>Whether the body is that of a one-time password, which Meta sets.</summary>
    public bool IsAuthentication => Buttons.Contains("OTP", StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file: one template, a list of them, or Meta's whole response with <c>data</c>.</summary>
    /// <exception cref="FormatException">It contains no template; the message says why.</exception>
    public static IReadOnlyList<TemplateSnapshot> Read(string text)
    {
        if (text.Length > MaxCharacters)
        {
            throw new FormatException("it is larger than a million characters");
        }

        object? root = JsonReader.Read(text);
        object? items = root is Dictionary<string, object?> answer && answer.TryGetValue("data", out object? data) ? data : root;
        return items is List<object?> list ? [.. list.Select(Template)] : [Template(items)];
    }

    private static TemplateSnapshot Template(object? item)
    {
        if (item is not Dictionary<string, object?> template
            || Text(template, "name") is not { } name
            || Text(template, "language") is not { } language
            || List(template, "components") is not { } components)
        {
            throw new FormatException("it lacks \"name\", \"language\" or \"components\"");
        }

        Dictionary<string, object?>? header = Component(components, "HEADER");
        Dictionary<string, object?>? buttons = Component(components, "BUTTONS");
        return new(
            name,
            language,
            header is null ? null : (Text(header, "format") ?? "TEXT").ToUpperInvariant(),
            Variables(header),
            Variables(Component(components, "BODY")),
            [
                .. (List(buttons, "buttons") ?? [])
                    .Select(button => (Text(button as Dictionary<string, object?>, "type") ?? "").ToUpperInvariant()),
            ]);
    }

    private static Dictionary<string, object?>? Component(List<object?> components, string type) => components
        .OfType<Dictionary<string, object?>>()
        .FirstOrDefault(component => string.Equals(Text(component, "type"), type, StringComparison.OrdinalIgnoreCase));

    private static string? Text(Dictionary<string, object?>? from, string name) =>
        from is not null && from.TryGetValue(name, out object? value) ? value as string : null;

    private static List<object?>? List(Dictionary<string, object?>? from, string name) =>
        from is not null && from.TryGetValue(name, out object? value) ? value as List<object?> : null;

    /// <summary>The names between <c>{{</c> and <c>}}</c>, each once, in the order of their first occurrence.</summary>
    private static List<string> Variables(Dictionary<string, object?>? component)
    {
        List<string> found = [];
        string text = Text(component, "text") ?? "";
        for (int open = text.IndexOf("{{", StringComparison.Ordinal); open >= 0;)
        {
            int close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            string name = text.Substring(open + 2, close - open - 2);
            if (!found.Contains(name))
            {
                found.Add(name);
            }

            open = text.IndexOf("{{", close, StringComparison.Ordinal);
        }

        return found;
    }
}
