namespace WhatsCommerce.Storefronts;

/// <summary>Words that carry a request and name no goods, and phrases of people who do not look for goods.</summary>
internal static class ChatWords
{
    private static readonly (Phrases<bool> Left, Phrases<bool> Talk) Tables = Load();

    /// <summary>Gets what is left out of a query; the value says whether the shop's own products may overrule that.</summary>
    public static Phrases<bool> LeftOut => Tables.Left;

    /// <summary>Gets what is no search.</summary>
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
