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
