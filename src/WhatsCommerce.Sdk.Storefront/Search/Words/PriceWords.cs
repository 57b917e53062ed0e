namespace WhatsCommerce.Storefronts;

/// <summary>Words about prices in six languages.</summary>
internal static class PriceWords
{
    private static readonly Dictionary<string, Phrases<bool>> Tables = Load();

    /// <summary>Gets the phrases of a kind of <c>prices.txt</c>.</summary>
    public static Phrases<bool> Of(string kind) => Tables[kind];

    private static Dictionary<string, Phrases<bool>> Load()
    {
        Dictionary<string, Phrases<bool>> tables = new(StringComparer.Ordinal);
        foreach (string line in WordFile.Lines("prices.txt"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string kind = line[..colon];
            if (!tables.TryGetValue(kind, out Phrases<bool>? phrases))
            {
                tables[kind] = phrases = new Phrases<bool>();
            }

            foreach (string entry in WordFile.Entries(line[(colon + 1)..]))
            {
                phrases.Add(entry, true);
            }
        }

        return tables;
    }
}
