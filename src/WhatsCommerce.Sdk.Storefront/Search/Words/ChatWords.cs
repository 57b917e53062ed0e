namespace WhatsCommerce.Storefronts;

/// <summary>Filler words of requests, and phrases that are not searches.</summary>
internal static class ChatWords
{
    private static readonly (Phrases<bool> Left, Phrases<bool> Talk) Tables = Load();

    /// <summary>Gets the words that are left out of a query; the value tells whether a product's name may override that.</summary>
    public static Phrases<bool> LeftOut => Tables.Left;

    /// <summary>Gets the phrases that are not searches.</summary>
    public static Phrases<bool> Talk => Tables.Talk;

    private static (Phrases<bool> Left, Phrases<bool> Talk) Load()
    {
        Phrases<bool> left = new();
        foreach (string entry in WordFile.Lines("chat.txt").SelectMany(WordFile.Entries))
        {
            bool isSoft = entry[0] == '?';
            left.Add(isSoft ? entry[1..] : entry, isSoft);
        }

        Phrases<bool> talk = new();
        foreach (string entry in WordFile.Lines("talk.txt").SelectMany(WordFile.Entries))
        {
            talk.Add(entry, true);
        }

        return (left, talk);
    }
}
