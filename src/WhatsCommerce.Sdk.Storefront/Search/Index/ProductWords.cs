using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Reads the words of a product, each with the best field that contains it.</summary>
internal sealed class ProductWords
{
    private const int MostTokens = 60;
    private const int MostDescriptionTokens = 200;

    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Field> Fields => _fields;

    /// <summary>Gets the number of words of the title, without sizes and prepositions.</summary>
    public int TitleLength { get; private set; }

    public void Read(SearchProduct product)
    {
        _fields.Clear();
        AddTitle(product.Title);
        AddText(product.Options, Field.Options);
        AddText(product.Brand, Field.Brand);
        AddText(product.Category, Field.Category);
        AddText(product.Description, Field.Description);
    }

    private static bool IsLeftOut(Token token) => ChatWords.LeftOut.TryMatch([token], 0, out _, out _);

    private void AddTitle(string title)
    {
        List<Token> tokens = Tokenizer.Read(title, MostTokens);
        bool[] isWord = new bool[tokens.Count];
        for (int at = 0; at < tokens.Count; at++)
        {
            AddQuantity(tokens, at, Field.Title);
            isWord[at] = !tokens[at].IsNumber
                && !(at > 0 && tokens[at - 1].IsNumber && UnitWords.TryUnit(tokens[at].Text, out _))
                && !IsLeftOut(tokens[at]);

            // "A4", "iPhone 15": the name of a model is one word.
            if (at > 0 && tokens[at].IsGlued && tokens[at].IsNumber != tokens[at - 1].IsNumber)
            {
                Put(tokens[at - 1].Text + tokens[at].Text, Field.Title);
            }
        }

        // The noun is the first or last word, depending on the language; the words between describe it.
        int first = Array.IndexOf(isWord, true);
        int last = Array.LastIndexOf(isWord, true);
        TitleLength = isWord.Count(static word => word);
        for (int at = 0; at < tokens.Count; at++)
        {
            Put(tokens[at].Text, at == first || at == last ? Field.TitleHead : Field.Title);
        }
    }

    private void AddText(string? text, Field field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        List<Token> tokens = Tokenizer.Read(text, field == Field.Description ? MostDescriptionTokens : MostTokens);
        if (field == Field.Category && tokens is [{ IsNumber: false }])
        {
            field = Field.CategoryName;
        }

        for (int at = 0; at < tokens.Count; at++)
        {
            AddQuantity(tokens, at, field);
            if (field != Field.Description || !IsLeftOut(tokens[at]))
            {
                Put(tokens[at].Text, field);
            }
        }
    }

    private void AddQuantity(List<Token> tokens, int at, Field field)
    {
        if (Quantity.Read(tokens, at, out string quantity) > 0)
        {
            Put(quantity, field);
        }
    }

    private void Put(string text, Field field)
    {
        ref Field best = ref CollectionsMarshal.GetValueRefOrAddDefault(_fields, text, out _);
        best = best > field ? best : field;
    }
}
