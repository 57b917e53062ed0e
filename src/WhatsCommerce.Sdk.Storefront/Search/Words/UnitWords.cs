namespace WhatsCommerce.Storefronts;

/// <summary>Units by which goods are sold, and the words for a half or a dozen of them.</summary>
internal static class UnitWords
{
    private static readonly (Dictionary<string, Unit> Units, Dictionary<string, decimal> Counts) Tables = Load();

    public static bool TryUnit(string word, out Unit unit) => Tables.Units.TryGetValue(word, out unit);

    /// <summary>Reads "half", "two" and the like.</summary>
    public static bool TryCount(string word, out decimal count) => Tables.Counts.TryGetValue(word, out count);

    private static (Dictionary<string, Unit> Units, Dictionary<string, decimal> Counts) Load()
    {
        Dictionary<string, Unit> units = new(StringComparer.Ordinal);
        Dictionary<string, decimal> counts = new(StringComparer.Ordinal);
        foreach (string line in WordFile.Lines("units.txt"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string[] head = line[..colon].Split(' ');
            decimal factor = decimal.Parse(head[1], CultureInfo.InvariantCulture);
            foreach (string word in WordFile.Entries(line[(colon + 1)..]).Select(Folding.Fold))
            {
                if (head[0] == "half")
                {
                    counts.TryAdd(word, factor);
                }
                else
                {
                    units.TryAdd(word, new Unit(head[0], factor));
                }
            }
        }

        return (units, counts);
    }

    /// <summary>A unit.</summary>
    /// <param name="Dimension">What it measures: g, ml, mm, n (pieces) and others.</param>
    /// <param name="Factor">How many of the base of its dimension it is.</param>
    internal readonly record struct Unit(string Dimension, decimal Factor);
}
