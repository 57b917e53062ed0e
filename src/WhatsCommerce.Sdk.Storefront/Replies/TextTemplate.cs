using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>A text with names in double braces. It is read once: what a value holds is never read as a name.</summary>
internal sealed class TextTemplate
{
    // U+2068 and U+2069: what stands between them has its own direction and does not turn what stands around it.
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    private readonly List<(string Text, bool IsName)> _parts = [];
    private readonly bool _isFromRightToLeft;

    /// <summary>Reads a template.</summary>
    /// <param name="template">The text.</param>
    /// <param name="isFromRightToLeft">
    /// Whether its language runs from right to left: values, which are numbers, prices and names, are isolated then.
    /// </param>
    public TextTemplate(string template, bool isFromRightToLeft = false)
    {
        _isFromRightToLeft = isFromRightToLeft;
        int from = 0;
        while (from < template.Length)
        {
            int open = template.IndexOf("{{", from, StringComparison.Ordinal);
            int close = open < 0 ? -1 : template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            _parts.Add((template[from..open], false));
            _parts.Add((template[(open + 2)..close].Trim(), true));
            from = close + 2;
        }

        _parts.Add((template[from..], false));
    }

    /// <summary>What keeps a text from being written; null when nothing does.</summary>
    /// <param name="where">Where it was set, which begins the message.</param>
    /// <param name="template">The text.</param>
    /// <param name="allowed">The names that have a value there.</param>
    public static string? Problem(string where, string? template, IReadOnlyList<string> allowed)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return $"{where} is empty.";
        }

        TextTemplate read = new(template);
        string known = allowed.Count == 0 ? "it knows none" : $"it knows: {string.Join(", ", allowed)}";
        if (read.Names.FirstOrDefault(used => !allowed.Contains(used)) is string unknown)
        {
            return $"{where} uses {{{{{unknown}}}}}, which it does not know; {known}.";
        }

        // What is left of a name with a brace too few would be written to customers as it stands.
        IEnumerable<string> texts = read._parts.Where(static part => !part.IsName).Select(static part => part.Text);
        return texts.Select(text => LooseBrace(text, allowed)).FirstOrDefault(static found => found is not null) is string loose
            ? $"{where} has \"{loose}\", which is no placeholder: write {{{{name}}}}, with two braces on both sides; {known}."
            : null;
    }

    public IEnumerable<string> Names => _parts.Where(part => part.IsName).Select(part => part.Text);

    public string Fill(ReadOnlySpan<(string Name, string Value)> values)
    {
        StringBuilder text = new();
        foreach ((string part, bool isName) in _parts)
        {
            if (!isName)
            {
                text.Append(part);
            }
            else if (_isFromRightToLeft)
            {
                text.Append(Isolate).Append(ValueOf(part, values)).Append(EndOfIsolate);
            }
            else
            {
                text.Append(ValueOf(part, values));
            }
        }

        return text.ToString();
    }

    private static string? LooseBrace(string text, IReadOnlyList<string> allowed)
    {
        const int LongestShown = 20;
        int open = text.IndexOf("{{", StringComparison.Ordinal);
        return open >= 0
            ? text[open..Math.Min(text.Length, open + LongestShown)]
            : allowed.SelectMany(static name => (IEnumerable<string>)['{' + name, name + '}'])
                .FirstOrDefault(candidate => text.Contains(candidate, StringComparison.Ordinal));
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach ((string candidate, string value) in values)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"A text uses {{{{{name}}}}}, which has no value here.");
    }
}
