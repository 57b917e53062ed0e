namespace WhatsCommerce.Storefronts;

/// <summary>Reads price conditions from the tokens of a query.</summary>
internal sealed class PriceReader(List<Token> tokens)
{
    private const decimal Nearly = 0.25m;

    private readonly bool[] _isTaken = new bool[tokens.Count];
    private decimal? _least;
    private decimal? _most;
    private int _order;

    /// <summary>Gets which tokens belong to the price conditions.</summary>
    public IReadOnlyList<bool> IsTaken => _isTaken;

    public PriceRange Read()
    {
        for (int at = 0; at < tokens.Count; at++)
        {
            if (!_isTaken[at] && !TryRange(at) && !TryBound(at) && !TryOrder(at))
            {
                TryBareAmount(at);
            }
        }

        return new PriceRange(_least, _most, _order);
    }

    private bool Is(string kind, int at, out int length)
    {
        length = 0;
        return at < tokens.Count && PriceWords.Of(kind).TryMatch(tokens, at, out length, out _);
    }

    private void Take(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            _isTaken[i] = true;
        }
    }

    /// <summary>"between 2 and 5", "de 2 a 5", "2-5 euros".</summary>
    private bool TryRange(int at)
    {
        bool isBetween = Is("between", at, out int opening);
        if (!isBetween && !Is("from", at, out opening))
        {
            opening = 0;
        }

        if (!TryAmount(at + opening, out decimal low, out int afterLow, out bool lowHasCurrency, out decimal lowScale))
        {
            return false;
        }

        int next = afterLow;
        bool hasWord = Is("to", next, out int joint);
        next += joint;
        if (!TryAmount(next, out decimal high, out int end, out bool highHasCurrency, out decimal highScale)
            || !(isBetween || lowHasCurrency || highHasCurrency)
            || !(hasWord || opening > 0 || (tokens[at].IsNumber && (lowHasCurrency || highHasCurrency)) || lowHasCurrency)
            || IsUnit(end) || IsUnit(afterLow))
        {
            return false;
        }

        // "10 to 20 thousand" means ten thousand, too.
        low = lowScale == 1 && highScale > 1 ? low * highScale : low;
        if (low > high)
        {
            return false;
        }

        (_least, _most) = (low, high);

        // Hindi and other languages put the word that ends the range after it.
        Take(at, end);
        return true;
    }

    private bool TryBound(int at)
    {
        if (TryBefore("max", at, ref _most) || TryBefore("min", at, ref _least) || TryAfter("max after", at, ref _most)
            || TryAfter("min after", at, ref _least))
        {
            return true;
        }

        if (Is("about", at, out int length) && TryAmount(at + length, out decimal amount, out int end, out bool hasCurrency, out _)
            && hasCurrency && !IsUnit(end))
        {
            (_least, _most) = (amount * (1 - Nearly), amount * (1 + Nearly));
            Take(at, end);
            return true;
        }

        return false;
    }

    private bool TryBefore(string kind, int at, ref decimal? bound)
    {
        if (!Is(kind, at, out int length) || !TryAmount(at + length, out decimal amount, out int end, out _, out _) || IsUnit(end))
        {
            return false;
        }

        bound = amount;
        Take(at, end);
        return true;
    }

    private bool TryAfter(string kind, int at, ref decimal? bound)
    {
        if (!TryAmount(at, out decimal amount, out int end, out _, out _) || !Is(kind, end, out int length))
        {
            return false;
        }

        bound = amount;
        Take(at, end + length);
        return true;
    }

    private bool TryOrder(int at)
    {
        bool isCheap = Is("cheap", at, out int length);
        if (!isCheap && !Is("dear", at, out length))
        {
            return false;
        }

        _order = isCheap ? 1 : -1;
        Take(at, at + length);
        return true;
    }

    /// <summary>"biscuits 5 rs" and "tas 200 ribu" ask for products at about that price, and not more expensive.</summary>
    private void TryBareAmount(int at)
    {
        if (_most is null && _least is null && TryAmount(at, out decimal amount, out int end, out bool hasCurrency, out decimal scale)
            && (hasCurrency || (scale > 1 && tokens[end - 1].Text != "k")) && !IsUnit(end))
        {
            _most = amount;
            Take(at, end);
        }
    }

    /// <summary>"5", "£5", "5 pounds", "22 ribu", "of 5", "rs. 5", "fifty", "do sau rupaye".</summary>
    private bool TryAmount(int at, out decimal amount, out int end, out bool hasCurrency, out decimal scale)
    {
        (amount, end, hasCurrency, scale) = (0, at, false, 1);
        int from = at;
        bool isInWords = NumberWords.TryRead(tokens, at, out _, out int inWords) && inWords > at + 1;
        if (!isInWords && from < tokens.Count && !tokens[from].IsNumber
            && tokens[from].Text is "of" or "de" or "do" or "a" or "r" or "us")
        {
            from++;
        }

        if (Is("currency", from, out int currency))
        {
            hasCurrency = true;
            from += currency;
        }

        if (from < tokens.Count && tokens[from].IsNumber)
        {
            amount = tokens[from].Value;
            end = from + 1;
        }
        else if (!NumberWords.TryRead(tokens, from, out amount, out end))
        {
            return false;
        }

        scale = Is("thousand", end, out int word) ? 1_000
            : Is("million", end, out word) ? 1_000_000
            : Is("hundred thousand", end, out word) ? 100_000
            : 1;
        amount *= scale;
        end += scale > 1 ? word : 0;
        int before = end;
        if (end < tokens.Count && tokens[end].Text is "de" && Is("currency", end + 1, out currency))
        {
            end++;
        }

        // "5 pounds" is money after "under", otherwise a weight.
        if (Is("currency", end, out currency))
        {
            hasCurrency |= !UnitWords.TryUnit(tokens[end].Text, out _);
            end += currency;
        }
        else
        {
            end = before;
        }

        return true;
    }

    private bool IsUnit(int at) => at < tokens.Count && UnitWords.TryUnit(tokens[at].Text, out _);
}
