namespace WhatsCommerce.Storefronts;

/// <summary>Collects the index matches of a query's words, their synonyms, and neighboring words that are joined or split.</summary>
internal sealed class EvidenceCollector(SearchIndex index, SearchScratch scratch, IReadOnlyList<Synonyms> synonyms)
{
    private const float OwnSynonym = 0.95f;
    private const float CommonPhrase = 0.88f;
    private const float CommonName = 0.84f;

    /// <summary>The factor for synonyms when the catalog contains the word itself.</summary>
    private const float BesideName = 0.6f;

    /// <summary>The factor for synonyms of a word that was probably mistyped.</summary>
    private const float Slip = 0.76f;

    private readonly TermMatcher _matcher = new(index, scratch.Counts, word => synonyms.Any(table => table.Knows(word)));

    public Evidence Collect(IReadOnlyList<QueryWord> words)
    {
        Evidence evidence = new(scratch.Rows, words.Count);
        string[] texts = [.. words.Select(static word => word.Text)];
        for (int at = 0; at < words.Count; at++)
        {
            List<TermMatch> matches = _matcher.Find(texts[at]);
            foreach (TermMatch match in matches)
            {
                Put(evidence, at, 1, match.Term, match.Similarity, match.Kind);
            }

            if (words[at].Kind == QueryWordKind.Word)
            {
                bool isNamed = matches.Exists(match => match.Similarity > 0.9f && index.IsName(match.Term));
                AddSynonyms(evidence, texts, at, isNamed);
                if (matches.Count == 0)
                {
                    AddSlip(evidence, texts, at);
                }

                AddJoined(evidence, texts, at);
                if (!isNamed)
                {
                    AddSplit(evidence, texts, at);
                }
            }
            else if (words[at].Kind == QueryWordKind.Quantity)
            {
                AddBareNumber(evidence, texts, at);
            }
        }

        return evidence;
    }

    private void Put(Evidence evidence, int at, int length, int term, float similarity, SearchMatch kind)
    {
        ReadOnlySpan<int> documents = index.DocumentsOf(term);
        ReadOnlySpan<Field> fields = index.FieldsOf(term);
        for (int i = 0; i < documents.Length; i++)
        {
            float score = similarity * FieldWeights.Of(fields[i]);
            for (int word = at; word < at + length; word++)
            {
                evidence.Put(documents[i], word, score, kind);
            }
        }
    }

    private void AddSynonyms(Evidence evidence, string[] texts, int at, bool isNamed)
    {
        for (int table = 0; table < synonyms.Count; table++)
        {
            // The last table holds the common names; those of the shop come before it and count more.
            bool isOwn = table < synonyms.Count - 1;
            foreach ((int length, string[] alternative) in synonyms[table].Find(texts, at))
            {
                float similarity = isOwn ? OwnSynonym
                    : isNamed && length == 1 ? BesideName
                    : alternative.Length > 1 ? CommonPhrase
                    : CommonName;
                AddPhrase(evidence, at, length, alternative, similarity, SearchMatch.Synonym);
            }
        }
    }

    /// <summary>A typo in a word that only the synonyms contain: "mansanas" finds apples.</summary>
    private void AddSlip(Evidence evidence, string[] texts, int at)
    {
        foreach (Synonyms table in synonyms.Where(table => !table.Knows(texts[at])))
        {
            if (table.Nearest(texts[at]) is { } meant)
            {
                foreach ((_, string[] alternative) in table.Find([meant], 0))
                {
                    AddPhrase(evidence, at, 1, alternative, Slip, SearchMatch.Typo);
                }
            }
        }
    }

    /// <summary>"tooth paste" is "toothpaste".</summary>
    private void AddJoined(Evidence evidence, string[] texts, int at)
    {
        if (at + 1 < texts.Length && texts[at + 1][0] != Quantity.Mark
            && index.Vocabulary.Find(texts[at] + texts[at + 1]) is int term and >= 0)
        {
            Put(evidence, at, 2, term, 0.97f, SearchMatch.Part);
        }
    }

    /// <summary>"toothpaste" is "tooth paste".</summary>
    private void AddSplit(Evidence evidence, string[] texts, int at)
    {
        const int Least = 3;
        string word = texts[at];
        for (int cut = Least; cut <= word.Length - Least; cut++)
        {
            if (index.Vocabulary.Find(word[..cut]) >= 0 && index.Vocabulary.Find(word[cut..]) >= 0)
            {
                AddPhrase(evidence, at, 1, [word[..cut], word[cut..]], 0.85f, SearchMatch.Part);
            }
        }
    }

    private void AddBareNumber(Evidence evidence, string[] texts, int at)
    {
        string quantity = texts[at];
        int colon = quantity.IndexOf(':', StringComparison.Ordinal);
        if (quantity[1] == 'n' && index.Vocabulary.Find(quantity[(colon + 1)..]) is int term and >= 0)
        {
            Put(evidence, at, 1, term, 0.6f, SearchMatch.Part);
        }
    }

    /// <summary>Adds products that contain all words of a phrase.</summary>
    private void AddPhrase(Evidence evidence, int at, int length, string[] phrase, float similarity, SearchMatch kind)
    {
        List<int>[] terms = new List<int>[phrase.Length];
        for (int i = 0; i < phrase.Length; i++)
        {
            string word = phrase[i];
            terms[i] = [.. index.Vocabulary.WithStem(Stems.Of(word))];
            if (terms[i].Count == 0 && index.Vocabulary.Find(word) is int exact and >= 0)
            {
                terms[i].Add(exact);
            }

            if (terms[i].Count == 0)
            {
                return;
            }
        }

        if (phrase.Length == 1)
        {
            foreach (int term in terms[0])
            {
                Put(evidence, at, length, term, similarity, kind);
            }

            return;
        }

        Dictionary<int, float>? common = null;
        foreach (List<int> alternatives in terms)
        {
            Dictionary<int, float> here = [];
            foreach (int term in alternatives)
            {
                ReadOnlySpan<int> documents = index.DocumentsOf(term);
                ReadOnlySpan<Field> fields = index.FieldsOf(term);
                for (int i = 0; i < documents.Length; i++)
                {
                    float weight = FieldWeights.Of(fields[i]);
                    if (common is null || common.TryGetValue(documents[i], out float other) && (weight = Math.Min(weight, other)) > 0)
                    {
                        here[documents[i]] = Math.Max(weight, here.GetValueOrDefault(documents[i]));
                    }
                }
            }

            common = here;
        }

        foreach ((int document, float weight) in common ?? [])
        {
            for (int word = at; word < at + length; word++)
            {
                evidence.Put(document, word, similarity * weight, kind);
            }
        }
    }
}
