namespace WhatsCommerce.Storefronts;

/// <summary>Words and phrases that stand for each other.</summary>
internal sealed class Synonyms
{
    private const int LongestPhrase = 4;

    // By the stems of a phrase, and by its sound for phrases that are written in another script.
    private readonly Dictionary<string, List<Phrase>> _byStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _bySound = new(StringComparer.Ordinal);

    // Single words by their first letter, to be found in spite of a slip.
    private readonly Dictionary<char, List<string>> _byLetter = [];

    private readonly HashSet<string> _qualities = new(StringComparer.Ordinal);

    private static readonly Lazy<Synonyms> CommonGoods = new(
        static () =>
        {
            Synonyms common = new();
            foreach (string line in WordFile.Lines("lexicon.txt"))
            {
                common.AddLine(line);
            }

            return common;
        });

    /// <summary>Gets the names of common goods in six languages.</summary>
    public static Synonyms Common => CommonGoods.Value;

    /// <summary>
    /// Adds a line: words apart by commas stand for each other; what is behind <c>&gt;</c> is found by what is before it, not the other way
    /// round; and so is what is behind <c>=&gt;</c>. A line that begins with <c>~</c> is about a quality.
    /// </summary>
    public void AddLine(string line)
    {
        bool isQuality = line[0] == '~';
        line = isQuality ? line[1..] : line;
        int arrow = line.IndexOf('>', StringComparison.Ordinal);
        string before = arrow < 0 ? line : line[..arrow];
        bool isOneWay = before.EndsWith('=');
        List<Phrase> thing = [.. Read(isOneWay ? before[..^1] : before)];
        List<Phrase> kinds = arrow < 0 ? [] : [.. Read(line[(arrow + 1)..])];
        foreach (Phrase asked in thing)
        {
            if (isQuality && asked.Words.Length == 1)
            {
                _qualities.Add(Stems.Of(asked.Words[0]));
            }

            Add(asked, [.. isOneWay ? [] : thing.Where(other => other != asked), .. kinds]);
        }
    }

    /// <summary>Finds what the tokens at a place may stand for.</summary>
    /// <returns>Each alternative with the number of tokens that it replaces.</returns>
    public IEnumerable<(int Length, string[] Words)> Find(IReadOnlyList<string> words, int at)
    {
        for (int length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (!_byStems.TryGetValue(Key(words, at, length, Stems.Of), out List<Phrase>? found))
            {
                bool isForeign = Romanizer.IsForeign(words[at]);
                if (!_bySound.TryGetValue(Key(words, at, length, SoundOf), out found))
                {
                    continue;
                }

                found = [.. found.Where(phrase => phrase.AskedIsForeign != isForeign)];
            }

            foreach (Phrase phrase in found)
            {
                yield return (length, phrase.Words);
            }
        }
    }

    /// <summary>Determines whether a word is spelled as one of the table.</summary>
    public bool Knows(string word) => _byStems.ContainsKey(Stems.Of(word));

    /// <summary>Finds the word that a slip of the fingers may have meant: "mansanas" for "manzanas".</summary>
    /// <returns>The word; <see langword="null"/> when there is none near, or several are equally near.</returns>
    public string? Nearest(string word)
    {
        const int Least = 5;
        const float Limit = 1;
        if (word.Length < Least || !_byLetter.TryGetValue(word[0], out List<string>? words))
        {
            return null;
        }

        string stem = Stems.Of(word);
        string? nearest = null;
        float least = Limit;
        bool isAlone = true;
        foreach (string other in words.Where(other => Math.Abs(other.Length - word.Length) <= 2))
        {
            float distance = Math.Min(Spelling.Distance(word, other, Limit), Spelling.Distance(stem, Stems.Of(other), Limit));
            if (distance <= least)
            {
                isAlone = distance < least || nearest is null || Stems.Of(nearest) == Stems.Of(other);
                (nearest, least) = (other, distance);
            }
        }

        return isAlone ? nearest : null;
    }

    /// <summary>Determines whether a word names a quality, such as a color, and not a thing.</summary>
    public bool IsQuality(string word) => _qualities.Contains(Stems.Of(word));

    private static string SoundOf(string word) => Romanizer.SoundOf(word) ?? word;

    private static string Key(IReadOnlyList<string> words, int at, int length, Func<string, string> form) => length == 1
        ? form(words[at])
        : string.Join(' ', Enumerable.Range(at, length).Select(index => form(words[index])));

    private static IEnumerable<Phrase> Read(string part) =>
        from entry in WordFile.Entries(part)
        let words = Meaning(Tokenizer.Read(entry, LongestPhrase))
        where words.Length > 0
        select new Phrase(words, AskedIsForeign: false);

    /// <summary>Queries come without words such as "de"; so do phrases, unless they consist of such.</summary>
    private static string[] Meaning(List<Token> tokens)
    {
        string[] words =
        [
            .. tokens.Where(static token => !ChatWords.LeftOut.TryMatch([token], 0, out _, out _)).Select(static token => token.Text),
        ];
        return words.Length > 0 ? words : [.. tokens.Select(static token => token.Text)];
    }

    private void Add(Phrase asked, List<Phrase> found)
    {
        if (found.Count == 0)
        {
            return;
        }

        Enter(_byStems, Key(asked.Words, 0, asked.Words.Length, Stems.Of), found);
        if (asked.Words is [string word])
        {
            if (!_byLetter.TryGetValue(word[0], out List<string>? words))
            {
                _byLetter[word[0]] = words = [];
            }

            words.Add(word);
        }

        bool isForeign = Romanizer.IsForeign(asked.Words[0]);
        Enter(
            _bySound,
            Key(asked.Words, 0, asked.Words.Length, SoundOf),
            [.. found.Select(phrase => phrase with { AskedIsForeign = isForeign })]);
    }

    private static void Enter(Dictionary<string, List<Phrase>> table, string key, List<Phrase> found)
    {
        if (!table.TryGetValue(key, out List<Phrase>? list))
        {
            table[key] = list = [];
        }

        list.AddRange(found);
    }

    private sealed record Phrase(string[] Words, bool AskedIsForeign);
}
