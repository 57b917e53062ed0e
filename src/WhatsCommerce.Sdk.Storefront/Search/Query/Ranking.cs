namespace WhatsCommerce.Storefronts;

/// <summary>Ranks products by their scores; the result is empty when no product matches well enough.</summary>
internal sealed class Ranking
{
    /// <summary>The minimum score of a result.</summary>
    private const float Floor = 0.45f;

    /// <summary>Results below this share of the best score are left out.</summary>
    private const float Share = 0.5f;

    /// <summary>The minimum score when results are sorted by price.</summary>
    private const float FullShare = 0.85f;

    /// <summary>The weight of an aside, which is less than that of a name or a quality.</summary>
    private const float OfAside = -0.2f;

    private const char FirstBeyondLatin = '\u0250';

    private readonly SearchIndex _index;
    private readonly ParsedQuery _query;
    private readonly Evidence _evidence;
    private readonly IReadOnlyList<Synonyms> _synonyms;
    private readonly float[] _weights;

    public Ranking(SearchIndex index, ParsedQuery query, Evidence evidence, IReadOnlyList<Synonyms> synonyms)
    {
        _synonyms = synonyms;
        _index = index;
        _query = query;
        _evidence = evidence;
        _weights = Weigh();
    }

    public SearchResult Rank(int limit)
    {
        (int From, int To)[] parts = Parts();
        List<List<(int Row, float Score)>> ranked = [];
        List<string> names = [];
        foreach ((int from, int to) in parts)
        {
            List<(int Row, float Score)> part = RankPart(from, to);
            if (part.Count > 0)
            {
                ranked.Add(part);
                names.Add(string.Join(' ', _query.Words.Skip(from).Take(to - from).Select(static word => word.Text)));
            }
        }

        List<SearchHit> hits = Interleave(ranked, limit);
        return hits.Count == 0
            ? SearchResult.Empty(SearchOutcome.NothingFound)
            : new SearchResult { Outcome = SearchOutcome.Found, Hits = hits, Parts = names };
    }

    /// <summary>Weighs words: rare words count more than frequent ones (like IDF), numbers and sizes less than words.</summary>
    private float[] Weigh()
    {
        int width = _query.Words.Count;
        int[] frequency = new int[width];
        for (int row = 0; row < _evidence.Count; row++)
        {
            ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
            for (int word = 0; word < width; word++)
            {
                frequency[word] += scores[word] > 0.5f ? 1 : 0;
            }
        }

        float[] weights = new float[width];
        float all = MathF.Log(1 + _index.Products.Length);
        for (int word = 0; word < width; word++)
        {
            float rarity = frequency[word] == 0
                ? IsAside(word, frequency) ? OfAside : MissingRarity(_query.Words[word].Text)
                : MathF.Log(1 + (_index.Products.Length / (float)frequency[word])) / all;
            float kind = _query.Words[word].Kind switch
            {
                QueryWordKind.Quantity => 0.4f,
                QueryWordKind.Number => 0.3f,
                _ => _query.Words[word].IsUnwanted ? 0.5f : 1,
            };
            weights[word] = (0.5f + rarity) * kind;
        }

        return weights;
    }

    /// <summary>
    /// Whether an unknown word is in another script than a known word beside it: in "شامبو anti dandruff" it only describes the shampoo in
    /// words that the shop does not use.
    /// </summary>
    private bool IsAside(int word, int[] frequency)
    {
        bool isLatin = _query.Words[word].Text[0] < FirstBeyondLatin;
        for (int other = 0; other < frequency.Length; other++)
        {
            if (frequency[other] > 0 && _query.Words[other].Kind == QueryWordKind.Word
                && _query.Words[other].Text[0] < FirstBeyondLatin != isLatin)
            {
                return _query.Words[word].Kind == QueryWordKind.Word;
            }
        }

        return false;
    }

    /// <summary>The penalty for an unknown word: highest for the name of a thing, lowest for a quality that no product has.</summary>
    private float MissingRarity(string word)
    {
        const float OfUnknown = 0.6f;
        return _synonyms.Any(table => table.IsQuality(word)) ? 0
            : _synonyms.Any(table => table.Knows(word)) ? 1
            : OfUnknown;
    }

    private float ScoreOf(int row, int from, int to)
    {
        ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
        float sum = 0;
        float all = 0;
        for (int word = from; word < to; word++)
        {
            sum += scores[word] * _weights[word];
            all += _weights[word];
        }

        return all == 0 ? 0 : sum / all;
    }

    private bool IsShown(int row)
    {
        SearchProduct product = _index.Products[_evidence.DocumentOf(row)];
        return product.IsSendable && product.IsSearchable && !_query.Excludes(product, _evidence.ScoresOf(row));
    }

    private List<(int Row, float Score)> RankPart(int from, int to)
    {
        List<(int Row, float Score)> found = [];
        float best = 0;
        for (int row = 0; row < _evidence.Count; row++)
        {
            float score = ScoreOf(row, from, to);
            if (score >= Floor && IsShown(row) && HasWord(row, from, to) && HasPrice(row))
            {
                found.Add((row, score + Bonus(row, from, to)));
                best = Math.Max(best, score);
            }
        }

        float least = best * (_query.Price.Order != 0 ? FullShare : Share);
        found.RemoveAll(hit => hit.Score < least);
        found.Sort(Compare);
        return found;
    }

    private bool HasPrice(int row) => _query.Price.Order == 0
        ? _query.Price.Holds(PriceOf(row))
        : PriceOf(row) is decimal price && _query.Price.Holds(price);

    private int Compare((int Row, float Score) left, (int Row, float Score) right)
    {
        int order = _query.Price.Order == 0
            ? 0
            : _query.Price.Order * decimal.Compare(PriceOf(left.Row)!.Value, PriceOf(right.Row)!.Value);
        if (order == 0)
        {
            order = right.Score.CompareTo(left.Score);
        }

        return order != 0 ? order : _evidence.DocumentOf(left.Row).CompareTo(_evidence.DocumentOf(right.Row));
    }

    private decimal? PriceOf(int row) => _index.Products[_evidence.DocumentOf(row)].Price?.Amount;

    /// <summary>
    /// A size alone is not a match, and neither is an excluded word, unless the query contains nothing else: "something without gluten".
    /// </summary>
    private bool HasWord(int row, int from, int to)
    {
        ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
        bool isAsked = false;
        bool isFound = false;
        for (int word = from; word < to; word++)
        {
            if (_query.Words[word] is { Kind: QueryWordKind.Word, IsUnwanted: var isUnwanted })
            {
                if (!isUnwanted && scores[word] > 0)
                {
                    return true;
                }

                isAsked |= !isUnwanted;
                isFound |= scores[word] > 0;
            }
        }

        return isFound && !isAsked;
    }

    /// <summary>A tie-breaker: the product whose name is covered more by the query.</summary>
    private float Bonus(int row, int from, int to)
    {
        const float Most = 0.05f;
        const float OfName = 0.75f;
        ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
        int named = 0;
        for (int word = from; word < to; word++)
        {
            named += scores[word] > OfName ? 1 : 0;
        }

        return Most * Math.Min(1, named / (float)_index.Indexed[_evidence.DocumentOf(row)].TitleLength);
    }

    /// <summary>
    /// Splits a query into the things that it asks for: more than one only if no product matches everything and the parts are names
    /// themselves.
    /// </summary>
    private (int From, int To)[] Parts()
    {
        int width = _query.Words.Count;
        (int, int)[] whole = [(0, width)];
        if (width < 2)
        {
            return whole;
        }

        float[,] best = new float[width, width + 1];
        for (int row = 0; row < _evidence.Count; row++)
        {
            if (!IsShown(row))
            {
                continue;
            }

            ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
            for (int from = 0; from < width; from++)
            {
                float sum = 0;
                for (int to = from + 1; to <= width; to++)
                {
                    sum += scores[to - 1] * _weights[to - 1];
                    best[from, to] = Math.Max(best[from, to], sum);
                }
            }
        }

        float all = _weights.Sum();
        const float Enough = 0.8f;
        bool hasBreaks = _query.Words.Skip(1).Any(static word => word.IsAfterBreak);
        if (best[0, width] >= all * (hasBreaks ? 0.9f : Enough))
        {
            return whole;
        }

        return Cut(best, width, all * 0.12f) is { Count: > 1 } parts ? [.. parts] : whole;
    }

    /// <summary>Finds the split whose parts match best, with a penalty for each split that the customer did not write.</summary>
    private List<(int From, int To)> Cut(float[,] best, int width, float fee)
    {
        float[] value = new float[width + 1];
        int[] start = new int[width + 1];
        for (int to = 1; to <= width; to++)
        {
            value[to] = float.MinValue;
            for (int from = 0; from < to; from++)
            {
                bool isWritten = from == 0 || _query.Words[from].IsAfterBreak;
                bool isAdded = from > 0 && !_query.Words[from].IsAfterBreak
                    && (_query.Words[from].Kind != QueryWordKind.Word || _query.Words[from].IsUnwanted);
                float here = value[from] + best[from, to] - (isWritten ? fee * 0.2f : isAdded ? 10 : fee);
                if (here > value[to])
                {
                    (value[to], start[to]) = (here, from);
                }
            }
        }

        List<(int From, int To)> parts = [];
        for (int to = width; to > 0; to = start[to])
        {
            parts.Insert(0, (start[to], to));
        }

        return parts;
    }

    /// <summary>Interleaves the results of several things: the best of each first, then the second best of each.</summary>
    private List<SearchHit> Interleave(List<List<(int Row, float Score)>> parts, int limit)
    {
        List<SearchHit> hits = [];
        HashSet<int> taken = [];
        int longest = parts.Count == 0 ? 0 : parts.Max(static part => part.Count);
        for (int place = 0; place < longest && hits.Count < limit; place++)
        {
            for (int part = 0; part < parts.Count && hits.Count < limit; part++)
            {
                if (place < parts[part].Count && taken.Add(parts[part][place].Row))
                {
                    (int row, float score) = parts[part][place];
                    hits.Add(new SearchHit
                    {
                        Product = _index.Products[_evidence.DocumentOf(row)],
                        Score = score,
                        Match = KindOf(row),
                        Part = part,
                    });
                }
            }
        }

        return hits;
    }

    private SearchMatch KindOf(int row)
    {
        SearchMatch weakest = SearchMatch.Exact;
        ReadOnlySpan<float> scores = _evidence.ScoresOf(row);
        for (int word = 0; word < scores.Length; word++)
        {
            SearchMatch kind = scores[word] > 0 ? _evidence.KindOf(row, word) : SearchMatch.Exact;
            weakest = kind > weakest ? kind : weakest;
        }

        return weakest;
    }
}
