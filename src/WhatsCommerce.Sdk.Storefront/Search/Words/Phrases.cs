namespace WhatsCommerce.Storefronts;

/// <summary>Phrases of one or more words, found in a list of tokens; the longest wins.</summary>
internal sealed class Phrases<TValue>
{
    private readonly Dictionary<string, TValue> _phrases = new(StringComparer.Ordinal);
    private readonly List<(string Start, TValue Value)> _starts = [];
    private int _longest = 1;

    /// <summary>Adds a phrase; one that is there already keeps its value.</summary>
    public void Add(string phrase, TValue value)
    {
        const int Most = 8;
        if (phrase.EndsWith('*'))
        {
            _starts.Add((Folding.Fold(phrase[..^1]), value));
            return;
        }

        List<Token> tokens = Tokenizer.Read(phrase, Most);
        if (tokens.Count > 0)
        {
            _phrases.TryAdd(string.Join(' ', tokens.Select(token => token.Text)), value);
            _longest = Math.Max(_longest, tokens.Count);
        }
    }

    /// <summary>Finds the longest phrase that begins at a token.</summary>
    public bool TryMatch(IReadOnlyList<Token> tokens, int at, out int length, out TValue value)
    {
        for (length = Math.Min(_longest, tokens.Count - at); length > 0; length--)
        {
            string key = length == 1
                ? tokens[at].Text
                : string.Join(' ', Enumerable.Range(at, length).Select(index => tokens[index].Text));
            if (_phrases.TryGetValue(key, out value!))
            {
                return true;
            }
        }

        foreach ((string start, TValue startValue) in _starts)
        {
            if (tokens[at].Text.StartsWith(start, StringComparison.Ordinal))
            {
                length = 1;
                value = startValue;
                return true;
            }
        }

        value = default!;
        return false;
    }
}
