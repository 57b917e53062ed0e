namespace WhatsCommerce.Storefronts;

/// <summary>Parses a message: whether it is a search, its prices and sizes, and the remaining words.</summary>
internal sealed class QueryReader(SearchIndex index)
{
    private const int MostTokens = 48;
    private const int MostWords = 12;

    private static readonly HashSet<string> Ands = new(StringComparer.Ordinal)
    {
        "and", "n", "y", "e", "dan", "aur", "और", "व", "एवं", "तथा", "و", "sama", "plus", "also", "tambien", "tambem", "juga", "bhi", "et",
        "und", "ve",
    };

    /// <summary>Reads a query.</summary>
    /// <returns>The parsed query; null when the text is not a search.</returns>
    public ParsedQuery? Read(string query)
    {
        List<Token> tokens = Tokenizer.Read(query, MostTokens);
        if (tokens.Count == 0 || IsTalk(tokens))
        {
            return null;
        }

        PriceReader prices = new(tokens);
        PriceRange price = prices.Read();
        List<QueryWord> words = ReadWords(tokens, prices.IsTaken);
        bool hasSubject = words.Exists(static word => word.Kind == QueryWordKind.Word);
        return hasSubject ? new ParsedQuery { Words = words, Price = price } : null;
    }

    private bool IsTalk(List<Token> tokens)
    {
        for (int at = 0; at < tokens.Count; at++)
        {
            if (ChatWords.Talk.TryMatch(tokens, at, out int length, out _) && (length > 1 || !IsName(tokens[at].Text)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsName(string word) =>
        index.IsName(index.Vocabulary.Find(word)) || index.Vocabulary.WithStem(Stems.Of(word)).Any(index.IsName);

    private List<QueryWord> ReadWords(List<Token> tokens, IReadOnlyList<bool> isTaken)
    {
        List<QueryWord> words = [];
        bool isAfterBreak = false;
        bool isUnwanted = false;
        int at = 0;
        while (at < tokens.Count && words.Count < MostWords)
        {
            Token token = tokens[at];
            isAfterBreak |= token.IsAfterBreak;
            if (isTaken[at])
            {
                isUnwanted = false;
                at++;
            }
            else if (Negations.Ends(tokens, at, out int behind) && words is [.., { Kind: QueryWordKind.Word }])
            {
                words[^1] = words[^1] with { IsUnwanted = true };
                at += behind;
            }
            else if (Negations.Begins(tokens, at, out int before))
            {
                isUnwanted = true;
                isAfterBreak = false;
                at += before;
            }
            else if (Quantity.Read(tokens, at, out string quantity) is int size and > 0 && (token.IsNumber || size > 1))
            {
                words.Add(new QueryWord(quantity, QueryWordKind.Quantity, isAfterBreak));
                isAfterBreak = isUnwanted = false;
                at += size;
            }
            else if (ChatWords.LeftOut.TryMatch(tokens, at, out int length, out bool isSoft)
                && !(isSoft && IsName(token.Text)))
            {
                isUnwanted = isUnwanted
                    ? Negations.GoesOn(tokens, at)
                    : words is [.., { IsUnwanted: true }] && Negations.Repeats(tokens, at);
                isAfterBreak |= length == 1 && Ands.Contains(token.Text);
                at += length;
            }
            else
            {
                int count = words.Count;
                isAfterBreak = AddWord(words, token, isAfterBreak && !isUnwanted);
                if (isUnwanted && words.Count > count && words[^1].Kind == QueryWordKind.Word)
                {
                    words[^1] = words[^1] with { IsUnwanted = true };
                }

                isUnwanted = false;
                at++;
            }
        }

        return words;
    }

    /// <returns>Always false, because the break has been consumed.</returns>
    private bool AddWord(List<QueryWord> words, Token token, bool isAfterBreak)
    {
        string text = token.Text;
        if (token.IsNumber)
        {
            // Indonesian doubles a noun with a 2 after it: "telur2".
            bool isDoubling = token is { IsGlued: true, Value: 2 } && words is [.., { Kind: QueryWordKind.Word, Text.Length: > 3 }];
            if (!isDoubling)
            {
                words.Add(new QueryWord(text, QueryWordKind.Number, isAfterBreak));
            }

            return false;
        }

        bool isCurrency = text.Length == 1 && !char.IsLetterOrDigit(text[0]);
        if (isCurrency || (words is [.., QueryWord last] && IsDoubled(last.Text, text)))
        {
            return false;
        }

        // Arabic writes "and" as the first letter of the word.
        if (text.Length > 3 && text[0] == 'و' && !IsName(text) && IsName(text[1..]))
        {
            text = text[1..];
            isAfterBreak = true;
        }

        words.Add(new QueryWord(text, QueryWordKind.Word, isAfterBreak));
        return false;
    }

    /// <summary>"buah-buahan": the second half is the plural of the first.</summary>
    private static bool IsDoubled(string first, string second) =>
        first.Length >= 3 && second.StartsWith(first, StringComparison.Ordinal) && second.Length - first.Length <= 2;
}
