namespace WhatsCommerce.Storefronts;

/// <summary>Words with which customers exclude something: "cat food without tuna", "silla que no sea negra".</summary>
internal static class Negations
{
    private const char Behind = '<';
    private const char Between = '>';
    private const char Again = '|';
    private const char InNames = '=';

    private static readonly Dictionary<char, Phrases<bool>> Tables = Load();

    /// <summary>Finds a phrase that is followed by an excluded name.</summary>
    public static bool Begins(IReadOnlyList<Token> tokens, int at, out int length) =>
        Tables[default].TryMatch(tokens, at, out length, out _);

    /// <summary>Finds a phrase that is preceded by an excluded name.</summary>
    public static bool Ends(IReadOnlyList<Token> tokens, int at, out int length) => Tables[Behind].TryMatch(tokens, at, out length, out _);

    /// <summary>Whether the excluded name may follow after this word.</summary>
    public static bool GoesOn(IReadOnlyList<Token> tokens, int at) => Tables[Between].TryMatch(tokens, at, out _, out _);

    /// <summary>Whether this word continues the exclusion with another name.</summary>
    public static bool Repeats(IReadOnlyList<Token> tokens, int at) => Tables[Again].TryMatch(tokens, at, out _, out _);

    /// <summary>
    /// Whether a word in a product's name means that the product has it, not that it lacks it: "Milk without lactose" and "Sugar free gum"
    /// are what is asked for.
    /// </summary>
    public static bool IsNamed(SearchProduct product, string word)
    {
        const int MostTokens = 64;
        string stem = Stems.Of(word);
        string?[] texts = [product.Title, product.Options, product.Brand, product.Category];
        foreach (string text in texts.OfType<string>())
        {
            List<Token> tokens = Tokenizer.Read(text, MostTokens);
            if (tokens.Exists(token => token.Text == word || Stems.Of(token.Text) == stem) && !Lacks(tokens))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lacks(List<Token> tokens)
    {
        for (int at = 0; at < tokens.Count; at++)
        {
            if (Tables[InNames].TryMatch(tokens, at, out _, out _) || Begins(tokens, at, out _) || Ends(tokens, at, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<char, Phrases<bool>> Load()
    {
        Dictionary<char, Phrases<bool>> tables = [];
        foreach (char kind in (char[])[default, Behind, Between, Again, InNames])
        {
            tables[kind] = new Phrases<bool>();
        }

        foreach (string entry in WordFile.Lines("negations.txt").SelectMany(WordFile.Entries))
        {
            bool hasKind = tables.ContainsKey(entry[0]);
            tables[hasKind ? entry[0] : default].Add(hasKind ? entry[1..] : entry, true);
        }

        return tables;
    }
}
