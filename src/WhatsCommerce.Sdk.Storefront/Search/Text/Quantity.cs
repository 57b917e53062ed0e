namespace WhatsCommerce.Storefronts;

/// <summary>Reads sizes such as "500 g", "1.5 l", "half a kilo" or "12-pack", in whatever unit they are written, as one term.</summary>
internal static class Quantity
{
    /// <summary>The prefix of terms that are quantities.</summary>
    public const char Mark = '#';

    /// <summary>Reads the quantity that begins at a token.</summary>
    /// <returns>The number of tokens; 0 when there is none.</returns>
    public static int Read(IReadOnlyList<Token> tokens, int at, out string term)
    {
        term = string.Empty;
        decimal value;
        int unitAt = at + 1;
        if (tokens[at].IsNumber)
        {
            value = tokens[at].Value;

            // "1/2 kg": the slash is not a token.
            if (value == 1 && unitAt + 1 < tokens.Count && tokens[unitAt] is { IsNumber: true, Value: 2 or 4 }
                && UnitWords.TryUnit(tokens[unitAt + 1].Text, out UnitWords.Unit divided) && divided.Dimension is "g" or "ml")
            {
                value = 1 / tokens[unitAt].Value;
                unitAt++;
            }
        }
        else if (!UnitWords.TryCount(tokens[at].Text, out value))
        {
            // Indonesian writes "isi 12", pharmacies "pack of 12".
            return ReadCountAfterWord(tokens, at, out term);
        }
        else if (unitAt < tokens.Count && tokens[unitAt].Text is "a" or "de")
        {
            unitAt++;
        }

        if (unitAt >= tokens.Count || !UnitWords.TryUnit(tokens[unitAt].Text, out UnitWords.Unit unit))
        {
            return 0;
        }

        term = Term(unit.Dimension, value * unit.Factor);
        return unitAt - at + 1;
    }

    private static int ReadCountAfterWord(IReadOnlyList<Token> tokens, int at, out string term)
    {
        term = string.Empty;
        if (!UnitWords.TryUnit(tokens[at].Text, out UnitWords.Unit unit) || unit.Dimension != "n" || unit.Factor != 1)
        {
            return 0;
        }

        int numberAt = at + 1 < tokens.Count && tokens[at + 1].Text is "of" or "de" or "com" or "x" ? at + 2 : at + 1;
        bool isOfOtherUnit = numberAt + 1 < tokens.Count
            && UnitWords.TryUnit(tokens[numberAt + 1].Text, out UnitWords.Unit next) && next.Dimension != "n";
        if (numberAt >= tokens.Count || !tokens[numberAt].IsNumber || isOfOtherUnit)
        {
            return 0;
        }

        term = Term("n", tokens[numberAt].Value);
        return numberAt - at + 1;
    }

    private static string Term(string dimension, decimal value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}{dimension}:{value:0.###}");
}
