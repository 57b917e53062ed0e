namespace WhatsCommerce.Analytics;

/// <summary>
/// Formats a field with parameters for the Graph API: <c>analytics.start(1).end(2).granularity(DAY).country_codes(["US"])</c>.
/// </summary>
internal sealed class FieldText(string field)
{
    private readonly StringBuilder _text = new(field);

    public void Add(string name, string word) => _text.Append('.').Append(name).Append('(').Append(word).Append(')');

    public void Add(string name, long number) => Add(name, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a list if it is not empty: an empty list means everything, as does its absence.</summary>
    public void AddList(string name, IEnumerable<string> words)
    {
        string list = string.Join(',', words.Select(word => $"\"{word}\""));
        if (list.Length > 0)
        {
            Add(name, $"[{list}]");
        }
    }

    /// <summary>Adds a list of numbers if it is not empty.</summary>
    public void AddNumbers(string name, IEnumerable<int> numbers)
    {
        string list = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        if (list.Length > 0)
        {
            Add(name, $"[{list}]");
        }
    }

    public override string ToString() => _text.ToString();
}
