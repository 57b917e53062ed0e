namespace WhatsCommerce.Storefronts;

/// <summary>Matches the words of a reply with products that were shown.</summary>
internal sealed class ReplyText
{
    private const int MostTokens = 60;
    private const int ShortestWord = 3;

    private readonly List<Token> _tokens;
    private readonly string[] _stems;

    public ReplyText(string text)
    {
        _tokens = Tokenizer.Read(text, MostTokens);
        _stems = [.. _tokens.Select(token => Stems.Of(token.Text))];
    }

    /// <summary>The shown product that the words match; null when they match none, or several.</summary>
    public ShownProduct? Choose(IReadOnlyList<ShownProduct> shown) => ByName(shown) is (ShownProduct named, false) ? named : null;

    /// <summary>The position in a list that the words name, from 0.</summary>
    public int? Place()
    {
        int? found = null;
        for (int at = 0; at < _tokens.Count; at++)
        {
            if (!ReplyWords.IsOrdinal(_tokens, at, out int length, out int place))
            {
                continue;
            }

            int next = at + length;

            // "First, do you deliver?" and "my first order" name no place in a list.
            bool isAlone = next == _tokens.Count
                || (!_tokens[next].IsAfterBreak && _tokens[next].Text == "one")
                || (at > 0 && (_tokens[next].IsAfterBreak || IsPlainAt(next)) && _tokens[at - 1].Text is not ("my" or "mi" or "meu"));
            if (!isAlone)
            {
                continue;
            }

            if (found is not null && found != place)
            {
                return null;
            }

            found = place;
            at = next - 1;
        }

        return found;
    }

    /// <summary>The only product whose price the words contain.</summary>
    public ShownProduct? ByPrice(IReadOnlyList<ShownProduct> shown)
    {
        ShownProduct? found = null;
        for (int at = 0; at < _tokens.Count; at++)
        {
            Token token = _tokens[at];
            bool isPrice = token.IsNumber && (token.Value != decimal.Truncate(token.Value) || IsCurrency(at - 1) || IsCurrency(at + 1));
            if (!isPrice)
            {
                continue;
            }

            ShownProduct[] priced = [.. shown.Where(product => product.Price?.Amount == token.Value)];
            if (priced.Length != 1 || (found is not null && found.RetailerId != priced[0].RetailerId))
            {
                return null;
            }

            found = priced[0];
        }

        return found;
    }

    /// <summary>Whether the words ask about what was shown last, without naming anything else.</summary>
    public bool AsksAbout(ShownProduct product)
    {
        string[] name = NameOf(product);
        bool refers = false;
        bool asks = false;
        bool names = false;
        int foreign = 0;
        for (int at = 0; at < _tokens.Count;)
        {
            if (ReplyWords.IsReference(_tokens, at, out int length))
            {
                refers = true;
            }
            else if (ReplyWords.IsAsk(_tokens, at, out length))
            {
                asks = true;
            }
            else if (name.Contains(_stems[at]))
            {
                // "A mug" is any mug.
                bool isAny = at > 0 && ReplyWords.IsIndefinite(_tokens[at - 1]);
                names |= !isAny;
                foreign += isAny ? 1 : 0;
                length = 1;
            }
            else if (!ReplyWords.IsPlain(_tokens, at, out length))
            {
                foreign++;
                length = 1;
            }

            at += Math.Max(length, 1);
        }

        return foreign == 0 ? refers || asks || names : foreign <= 2 && refers && !NamesOtherGoods();
    }

    /// <summary>The product whose name matches best, and whether there is a tie.</summary>
    private (ShownProduct? Product, bool IsTie) ByName(IReadOnlyList<ShownProduct> shown)
    {
        (ShownProduct Product, string[] Name)[] names = [.. shown
            .DistinctBy(product => product.RetailerId).Select(product => (product, NameOf(product)))];
        ShownProduct? best = null;
        double bestScore = 0;
        bool isTie = false;
        foreach ((ShownProduct product, string[] name) in names)
        {
            int matched = 0;
            int telling = 0;
            bool isDoubtful = false;
            foreach (string word in name)
            {
                int at = Array.IndexOf(_stems, word);
                if (at < 0)
                {
                    continue;
                }

                matched++;
                bool isShared = names.Length > 1 && names.All(other => other.Name.Contains(word));
                telling += isShared ? 0 : 1;
                isDoubtful |= !isShared && IsBesideOthers(at, name);
            }

            bool isEnough = telling > 0 && (names.Length > 1 || matched * 2 >= name.Length);
            if (!isEnough || (isDoubtful && matched < name.Length))
            {
                continue;
            }

            double score = matched;
            if (score > bestScore)
            {
                (best, bestScore, isTie) = (product, score, false);
            }
            else if (score == bestScore)
            {
                isTie = true;
            }
        }

        return (best, isTie);
    }

    /// <summary>Whether a word of a name is next to a word of other goods, or after "a": then it may mean something else.</summary>
    private bool IsBesideOthers(int at, string[] name)
    {
        for (int back = at - 1; back >= Math.Max(0, at - 3); back--)
        {
            if (ReplyWords.IsIndefinite(_tokens[back]))
            {
                return true;
            }

            if (!name.Contains(_stems[back]))
            {
                break;
            }
        }

        return IsForeign(at - 1, name) || IsForeign(at + 1, name);
    }

    private bool IsForeign(int at, string[] name) => at >= 0 && at < _tokens.Count && !_tokens[at].IsNumber
        && !name.Contains(_stems[at]) && !IsPlainAt(at);

    private bool IsPlainAt(int at) => ReplyWords.IsPlain(_tokens, at, out _)
        || ReplyWords.IsReference(_tokens, at, out _) || ReplyWords.IsAsk(_tokens, at, out _)
        || ReplyWords.IsOrdinal(_tokens, at, out _, out _);

    /// <summary>Whether an article is followed by other goods: "the teapot", "a lamp".</summary>
    private bool NamesOtherGoods()
    {
        for (int at = 1; at < _tokens.Count; at++)
        {
            if (!IsPlainAt(at) && (ReplyWords.IsIndefinite(_tokens[at - 1])
                || _tokens[at - 1].Text is "the" or "el" or "la" or "los" or "las" or "o" or "os" or "as"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCurrency(int at) => at >= 0 && at < _tokens.Count
        && (char.GetUnicodeCategory(_tokens[at].Text[0]) == UnicodeCategory.CurrencySymbol
            || _tokens[at].Text is "usd" or "eur" or "inr" or "rs" or "idr" or "rp" or "brl" or "dollars" or "euros" or "dolares"
                or "reais");

    private static string[] NameOf(ShownProduct product) => product.Name is null
        ? []
        : [.. Tokenizer.Read(product.Name, MostTokens)
            .Where(token => !token.IsNumber && (token.Text.Length >= ShortestWord || !char.IsAscii(token.Text[0])))
            .Select(token => Stems.Of(token.Text)).Distinct()];
}
