using System.Text;
using System.Text.RegularExpressions;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Detects hallucinations in a model's answer: amounts, percentages, links and accounts that no tool returned. In doubt it withholds a
/// harmless answer rather than letting an invented price through.
/// </summary>
internal sealed partial class AnswerGuard
{
    // The distance in words within which a word such as "cost" makes a bare number a price.
    private const int Nearness = 5;
    private const int FewestDigits = 8;

    private readonly TurnFacts _said;
    private readonly List<AmountClaim> _saidAmounts = [];
    private readonly HashSet<string> _hosts;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">The options with the instructions, whose amounts are allowed, and the allowed hosts.</param>
    public AnswerGuard(AssistantOptions options)
    {
        _said = new TurnFacts();
        _hosts = [.. options.AllowedHosts.Select(host => host.Trim().ToLowerInvariant())];
        string instructions = options.Instructions ?? "";
        List<Token> tokens = AnswerTokens.Read(instructions);
        HashSet<string> codes = CodesOf(instructions);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsNumber)
            {
                _said.Add(tokens[i].Value);
                if (ClaimAt(tokens, i, codes) is AmountClaim amount)
                {
                    _saidAmounts.Add(amount);
                }
            }
        }
    }

    /// <summary>Returns the problem of an answer; null when it may be sent.</summary>
    public AnswerProblem? Judge(string answer, TurnFacts facts)
    {
        // Invisible characters are removed, so that they cannot hide digits.
        string shown = Visible(answer);
        string folded = AnswerTokens.Folded(shown);
        if (Link().Matches(folded).Any(link => !_hosts.Contains(link.Groups["host"].Value)))
        {
            return AnswerProblem.Link;
        }

        if (folded.Contains('@', StringComparison.Ordinal))
        {
            return AnswerProblem.Address;
        }

        List<Token> tokens = AnswerTokens.Read(shown);
        bool speaksOfPrices = tokens.Exists(AnswerWords.IsPrice);
        if (Percent().Matches(folded).Any(percent => !IsKnownPercentage(percent.Groups["number"].Value, speaksOfPrices, facts)))
        {
            return AnswerProblem.Percentage;
        }

        return NamesAmount(tokens, CodesOf(shown), facts) ? AnswerProblem.Amount
            : NamesAccount(folded, facts) ? AnswerProblem.Account
            : null;
    }

    private bool NamesAmount(List<Token> tokens, HashSet<string> codes, TurnFacts facts)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsNumber)
            {
                if (ClaimAt(tokens, i, codes) is AmountClaim claim)
                {
                    if (!IsKnown(claim, facts))
                    {
                        return true;
                    }
                }
                else if (IsUnknownNumber(tokens, i, facts))
                {
                    return true;
                }
            }
            else if (AnswerWords.IsCurrency(tokens, i, codes) && IsSpelledOutBefore(tokens, i))
            {
                // Tools return digits, so "five dollars" did not come from one.
                return true;
            }
        }

        return false;
    }

    /// <summary>The amount of a number with a currency beside it; null when there is none.</summary>
    private static AmountClaim? ClaimAt(List<Token> tokens, int at, HashSet<string> codes)
    {
        decimal scale = AnswerWords.ScaleAt(tokens, at + 1);
        int after = at + (scale > 1 ? 2 : 1);
        after += after < tokens.Count && tokens[after].Text is "de" or "of" ? 1 : 0;
        if (AnswerWords.IsCurrency(tokens, after, codes))
        {
            return ClaimOf(tokens[at].Value * scale, tokens[after]);
        }

        // A currency after a number belongs to that number: "3.49 USD (2 left)".
        bool isOfAnother = tokens[at].IsAfterBreak || (at > 1 && tokens[at - 2].IsNumber);
        return !isOfAnother && AnswerWords.IsCurrency(tokens, at - 1, codes)
            ? ClaimOf(tokens[at].Value * scale, CurrencyBefore(tokens, at))
            : null;
    }

    private static AmountClaim ClaimOf(decimal value, Token currency) =>
        new(value, AnswerCurrencies.Of(currency), AnswerCurrencies.IsSubunit(currency));

    private static Token CurrencyBefore(List<Token> tokens, int at) =>
        tokens[at - 1].Text == "$" && at > 1 && tokens[at - 2].Text == "r" ? tokens[at - 1] with { Text = "brl" } : tokens[at - 1];

    /// <summary>
    /// Whether the amount of a currency is written in words: "five dollars". Not if there are digits in between, as in "for two, 14.79
    /// USD", or if a comma separates it from the words and it belongs to digits after it: "for two, USD 14.79".
    /// </summary>
    private static bool IsSpelledOutBefore(List<Token> tokens, int at)
    {
        bool belongsToNext = tokens[at].IsAfterBreak && at + 1 < tokens.Count && tokens[at + 1] is { IsNumber: true, IsAfterBreak: false };
        return !belongsToNext
            && ((at > 0 && AnswerWords.IsNumberWord(tokens[at - 1]))
                || (at > 1 && !tokens[at - 1].IsNumber && AnswerWords.IsNumberWord(tokens[at - 2])));
    }

    /// <summary>
    /// Whether a number without a currency may be an invented price: near a price word, or with a fraction. Numbers in a product's text are
    /// allowed only after the same word, as a part of its name.
    /// </summary>
    private bool IsUnknownNumber(List<Token> tokens, int at, TurnFacts facts)
    {
        decimal number = tokens[at].Value;
        if ((at + 1 < tokens.Count && UnitWords.TryUnit(tokens[at + 1].Text, out _)) || IsKnown(number, facts))
        {
            return false;
        }

        int from = Math.Max(0, at - Nearness);
        int to = Math.Min(tokens.Count - 1, at + Nearness);
        bool isNearAPrice = Enumerable.Range(from, to - from + 1).Any(i => AnswerWords.IsPrice(tokens[i]));
        return isNearAPrice
            ? at == 0 || AnswerWords.IsPrice(tokens[at - 1]) || !facts.IsNamed(tokens[at - 1].Text, number)
            : number != decimal.Truncate(number) && !facts.HasTextNumber(number);
    }

    private bool IsKnown(AmountClaim claim, TurnFacts facts) => facts.Amounts.Any(claim.Is) || _saidAmounts.Exists(claim.Is);

    private bool IsKnown(decimal number, TurnFacts facts) => facts.HasNumber(number) || _said.HasNumber(number)
        || facts.Amounts.Any(amount => AmountClaim.IsSame(number, amount)) || _saidAmounts.Exists(amount => amount.Value == number);

    /// <summary>"70 % cocoa" may come from the text of a product; "70 % off" only from the shop itself.</summary>
    private bool IsKnownPercentage(string number, bool speaksOfPrices, TurnFacts facts) => AnswerTokens.Read(number).TrueForAll(token =>
        !token.IsNumber || _said.HasNumber(token.Value) || (!speaksOfPrices && facts.HasTextNumber(token.Value)));

    private static bool NamesAccount(string folded, TurnFacts facts) =>
        Iban().IsMatch(folded) || Digits().Matches(folded).Any(match =>
        {
            string digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            return digits.Length >= FewestDigits
                && !Date().IsMatch(match.Value)
                && !facts.HasReference(digits)
                && !facts.Amounts.Any(amount => string.Concat(amount.ToString().Where(char.IsAsciiDigit)) == digits
                    || decimal.Truncate(amount.Amount).ToString(CultureInfo.InvariantCulture) == digits);
        });

    /// <summary>The currency codes that a text writes in capitals, normalized.</summary>
    private static HashSet<string> CodesOf(string text) =>
    [
        .. Code().Matches(text.Normalize(NormalizationForm.FormKC)).Select(code => code.Value)
            .Where(code => new Currency(code).IsKnown).Select(code => code.ToLowerInvariant()),
    ];

    private static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value is not ('*' or '_' or '~' or '`'))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }

    // Links have a scheme, a well-known top-level domain, or a path: "apples.They" is not a link.
    [GeneratedRegex(
        @"(?:[a-z][a-z0-9+.-]*://|www\.)(?<host>[^\s/?#:]+)|(?<host>(?:upi|tel|mailto|sms|javascript|intent|whatsapp|bitcoin):\S+)|"
        + @"(?<![\p{L}\p{N}])(?<host>(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|shop|store|app|me|co|info|site|online|top|xyz|link|biz|dev|ly"
        + @"|gg|cc|in|br|mx|es|id|ar|cl|pe|pt|us|uk|de|fr|ru|cn|sa|ae|eg|example))(?![\p{L}\p{N}])|"
        + @"(?<host>(?:[\p{L}\p{N}-]+\.)+[a-z]{2,})(?=/)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?<number>\d+(?:[.,]\d+)?)\s?(?:%|٪|percent|per cent|por ?ciento|por ?cento|persen|प्रतिशत|بالم|في الم)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\+?\d[\d ().\-/]{6,40}\d|\d{8,}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[a-z]{2}\d{2} ?[a-z0-9]{4} ?[a-z0-9]{4}[a-z0-9 ]*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}])[A-Z]{3}(?![\p{L}])", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
