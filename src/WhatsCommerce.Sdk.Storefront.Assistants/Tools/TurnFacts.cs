namespace WhatsCommerce.Storefronts;

/// <summary>The facts that tools returned (amounts, numbers, order references), which an answer may contain.</summary>
internal sealed class TurnFacts
{
    private readonly HashSet<Money> _amounts = [];
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<decimal> _textNumbers = [];
    private readonly HashSet<(string Before, decimal Number)> _named = [];
    private readonly HashSet<string> _references = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<Money> Amounts => _amounts;

    /// <summary>The numbers that code returned.</summary>
    public IReadOnlyCollection<decimal> Numbers => _numbers;

    /// <summary>The numbers in texts of products.</summary>
    public IReadOnlyCollection<decimal> TextNumbers => _textNumbers;

    /// <summary>These numbers with the word before each.</summary>
    public IReadOnlyCollection<(string Before, decimal Number)> Names => _named;

    /// <summary>The ids and numbers of orders.</summary>
    public IReadOnlyCollection<string> References => _references;

    /// <summary>Whether code returned a number, such as a quantity.</summary>
    public bool HasNumber(decimal number) => _numbers.Contains(number);

    /// <summary>Whether a product's text, which is untrusted, contains a number.</summary>
    public bool HasTextNumber(decimal number) => _textNumbers.Contains(number);

    /// <summary>Whether a product's text contains the number after the same word, as in "Kite 3000".</summary>
    public bool IsNamed(string before, decimal number) => _named.Contains((before, number));

    /// <summary>Whether a tool returned this order id or order number.</summary>
    public bool HasReference(string text) => _references.Contains(text);

    public void Add(Money amount) => _amounts.Add(amount);

    public void Add(decimal number) => _numbers.Add(number);

    public void AddReference(string reference) => _references.Add(reference);

    /// <summary>Adds the numbers of a product's text, such as the 1 of "Apples, 1 kg", but never as amounts.</summary>
    public void AddNumbersOf(string text)
    {
        List<Token> tokens = AnswerTokens.Read(text);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsNumber)
            {
                _textNumbers.Add(tokens[i].Value);
                _named.Add((i > 0 ? tokens[i - 1].Text : "", tokens[i].Value));
            }
        }
    }

    /// <summary>Adds the facts of earlier turns.</summary>
    public void Add(TurnFacts earlier) =>
        Add(earlier._amounts, earlier._numbers, earlier._textNumbers, earlier._named, earlier._references);

    /// <summary>Adds the stored facts of a turn.</summary>
    public void Add(
        IEnumerable<Money> amounts,
        IEnumerable<decimal> numbers,
        IEnumerable<decimal> textNumbers,
        IEnumerable<(string Before, decimal Number)> names,
        IEnumerable<string> references)
    {
        _amounts.UnionWith(amounts);
        _numbers.UnionWith(numbers);
        _textNumbers.UnionWith(textNumbers);
        _named.UnionWith(names);
        _references.UnionWith(references);
    }
}
