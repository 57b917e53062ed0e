namespace WhatsCommerce.Storefronts;

/// <summary>
/// Finds the words of the catalog that a word of a query matches: exactly, with other endings, as parts, with typos, or by sound.
/// </summary>
internal sealed class TermMatcher(SearchIndex index, byte[] counts, Func<string, bool> isKnownWord)
{
    private const int MostPrefixes = 64;
    private const int MostMatches = 48;
    private const float LeastSimilarity = 0.55f;

    private readonly Vocabulary _words = index.Vocabulary;

    /// <summary>Returns the matches, each word once, the most similar first.</summary>
    public List<TermMatch> Find(string word)
    {
        Dictionary<int, TermMatch> found = [];
        int exact = _words.Find(word);
        if (exact >= 0)
        {
            Put(found, exact, 1, SearchMatch.Exact);
        }

        if (word[0] == Quantity.Mark || char.IsAsciiDigit(word[0]) || Tokenizer.IsUnspaced(word[0]))
        {
            return [.. found.Values];
        }

        foreach (int term in _words.WithStem(Stems.Of(word)))
        {
            Put(found, term, 0.96f, SearchMatch.Ending);
        }

        bool isNamed = found.Keys.Any(index.IsName);
        if (!isNamed && Stems.RootOf(word) is string root)
        {
            foreach (int term in _words.WithRoot(root))
            {
                Put(found, term, 0.85f, SearchMatch.Ending);
            }
        }

        if (!isNamed && word[0] is >= '\u0620' and <= '\u06FF')
        {
            AddWithAlif(found, word);
        }

        AddParts(found, word, isNamed);
        AddSounds(found, word, isNamed);
        if (!isNamed && word.Length > 2)
        {
            AddNear(found, word);
        }

        List<TermMatch> matches = [.. found.Values];
        matches.Sort(static (left, right) => right.Similarity.CompareTo(left.Similarity));
        if (matches.Count > MostMatches)
        {
            matches.RemoveRange(MostMatches, matches.Count - MostMatches);
        }

        return matches;
    }

    private static void Put(Dictionary<int, TermMatch> found, int term, float similarity, SearchMatch kind)
    {
        if (similarity >= LeastSimilarity && (!found.TryGetValue(term, out TermMatch old) || old.Similarity < similarity))
        {
            found[term] = new TermMatch(term, similarity, kind);
        }
    }

    private void AddParts(Dictionary<int, TermMatch> found, string word, bool isNamed)
    {
        bool isShort = word.Length < (word[0] < 0x250 ? 3 : 2);
        if (isShort)
        {
            return;
        }

        foreach (int term in _words.StartingWith(word, MostPrefixes))
        {
            float similarity = 0.7f + (0.25f * word.Length / _words[term].Length);
            Put(found, term, isNamed ? similarity * 0.75f : similarity, SearchMatch.Part);
        }
    }

    private void AddSounds(Dictionary<int, TermMatch> found, string word, bool isNamed)
    {
        if (isNamed || Romanizer.SoundOf(word) is not string sound || sound.Length < 2)
        {
            return;
        }

        bool isForeign = Romanizer.IsForeign(word);
        foreach (int term in _words.WithConsonants(Romanizer.ConsonantsOf(sound)))
        {
            string other = _words[term];
            if (Romanizer.IsForeign(other) == isForeign && (!isForeign || other[0] >> 7 == word[0] >> 7))
            {
                if (isForeign && HasSameLetters(word, other) && !isKnownWord(word))
                {
                    Put(found, term, 0.8f - (0.04f * Math.Abs(word.Length - other.Length)), SearchMatch.Typo);
                }

                continue;
            }

            string otherSound = Romanizer.SoundOf(other)!;
            float limit = Math.Max(sound.Length, otherSound.Length) * 0.4f;
            float distance = Spelling.Distance(sound, otherSound, limit);
            if (distance <= limit)
            {
                Put(found, term, 0.94f - (0.8f * distance / Math.Max(sound.Length, otherSound.Length)), SearchMatch.Sound);
            }
        }
    }

    /// <summary>Spoken Arabic leaves out the alif at the beginning, or puts one there: "رز" and "أرز".</summary>
    private void AddWithAlif(Dictionary<int, TermMatch> found, string word)
    {
        string other = word[0] == 'ا' ? word[1..] : 'ا' + word;
        foreach (int term in other.Length > 1 ? _words.WithStem(Stems.Of(other)) : [])
        {
            Put(found, term, 0.88f, SearchMatch.Sound);
        }
    }

    /// <summary>
    /// Whether Indic words differ only in their vowel signs, a common typo on phones: "चवल" and "चावल".
    /// </summary>
    private static bool HasSameLetters(string word, string other)
    {
        const int Least = 3;
        return word[0] is >= '\u0900' and <= '\u0DFF'
            && Letters(word) is { Length: >= Least } letters
            && letters == Letters(other);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
    }

    /// <summary>Words that share enough bigrams are compared letter by letter.</summary>
    private void AddNear(Dictionary<int, TermMatch> found, string word)
    {
        bool isKnown = isKnownWord(word);
        float tolerance = Spelling.Tolerance(word.Length);
        int[] pairs = Vocabulary.PairsOf(word);
        int least = Math.Max(1, pairs.Length - (int)Math.Ceiling(tolerance * 2.5f));
        List<int> touched = [];
        foreach (int pair in pairs.Distinct())
        {
            foreach (int term in _words.WithPair(pair))
            {
                if (counts[term]++ == 0)
                {
                    touched.Add(term);
                }
            }
        }

        foreach (int term in touched)
        {
            int count = counts[term];
            counts[term] = 0;
            if (count >= least)
            {
                Compare(found, word, term, tolerance, isKnown);
            }
        }
    }

    private void Compare(Dictionary<int, TermMatch> found, string word, int term, float tolerance, bool isKnown)
    {
        string other = _words[term];
        int longer = Math.Max(word.Length, other.Length);
        int common = word.AsSpan().CommonPrefixLength(other);

        // Endings that no rule knows: "kitaplar" and "kitap", "Büchern" and "Bücher".
        if (!isKnown && common >= 4 && common >= 0.6f * longer && word.Length - common <= 3 && other.Length - common <= 3)
        {
            Put(found, term, 0.9f * common / longer, SearchMatch.Ending);
        }

        if (word.Length >= 5 && other.EndsWith(word, StringComparison.Ordinal))
        {
            Put(found, term, 0.65f, SearchMatch.Part);
        }

        // A correctly spelled word is less likely a typo of another one.
        float limit = isKnown ? Math.Min(0.7f, tolerance) : tolerance;
        if (Math.Abs(word.Length - other.Length) > limit + 0.6f)
        {
            return;
        }

        float distance = Spelling.Distance(word, other, limit);
        if (distance <= limit)
        {
            Put(found, term, 1 - (1.15f * distance / longer), SearchMatch.Typo);
        }
    }
}
