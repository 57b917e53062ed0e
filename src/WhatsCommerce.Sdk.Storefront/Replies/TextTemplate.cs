namespace WhatsCommerce.Storefronts;

/// <summary>A text with placeholders in double braces. It is parsed once: a value is never parsed for placeholders.</summary>
internal sealed class TextTemplate
{
    // U+2068 and U+2069 isolate the text between them, so that its direction does not affect the surrounding text.
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    private readonly List<(string Text, bool IsName)> _parts = [];
    private readonly bool _isFromRightToLeft;

    /// <summary>Parses a template.</summary>
    /// <param name="template">The text.</param>
    /// <param name="isFromRightToLeft">
    /// Whether its language is written from right to left: values, which are numbers, prices and names, are isolated then.
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

    /// <summary>Why a template is invalid; null when it is valid.</summary>
    /// <param name="where">The option that contains it, with which the message begins.</param>
    /// <param name="template">The template.</param>
    /// <param name="allowed">The names of the placeholders that have a value.</param>
    public static string? Problem(string where, string? template, IReadOnlyList<string> allowed)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return $"{where} is empty.";
        }

        TextTemplate read = new(template);
        string known = allowed.Count == 0 ? "it has no placeholders" : $"known placeholders: {string.Join(", ", allowed)}";
        if (read.Names.FirstOrDefault(used => !allowed.Contains(used)) is string unknown)
        {
            return $"{where} uses the unknown placeholder {{{{{unknown}}}}}; {known}.";
        }

        // A placeholder that lacks a brace would be sent to customers as plain text.
        IEnumerable<string> texts = read._parts.Where(static part => !part.IsName).Select(static part => part.Text);
        return texts.Select(text => LooseBrace(text, allowed)).FirstOrDefault(static found => found is not null) is string loose
            ? $"{where} has \"{loose}\", which is not a placeholder: write {{{{name}}}}, with two braces on both sides; {known}."
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
