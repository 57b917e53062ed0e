namespace WhatsCommerce.Storefronts;

/// <summary>The amounts and numbers that tools returned: what an answer may name.</summary>
internal sealed class TurnFacts
{
    private readonly HashSet<Money> _amounts = [];
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<string> _references = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<Money> Amounts => _amounts;

    public bool HasNumber(decimal number) => _numbers.Contains(number);

    /// <summary>Whether a tool returned an id or number of an order that looks like this.</summary>
    public bool HasReference(string text) => _references.Contains(text);

    public void Add(Money amount) => _amounts.Add(amount);

    public void Add(decimal number) => _numbers.Add(number);

    public void AddReference(string reference) => _references.Add(reference);

    /// <summary>Takes over the numbers of a text, such as the 1 of "Apples, 1 kg"; never as amounts.</summary>
    public void AddNumbersOf(string text)
    {
        foreach (Token token in AnswerTokens.Read(text))
        {
            if (token.IsNumber)
            {
                _numbers.Add(token.Value);
            }
        }
    }

    /// <summary>Takes over what earlier turns may name still.</summary>
    public void Add(TurnFacts earlier)
    {
        _amounts.UnionWith(earlier._amounts);
        _numbers.UnionWith(earlier._numbers);
        _references.UnionWith(earlier._references);
    }
}
