namespace WhatsCommerce.Catalogs;

/// <content>Reads prices in the notation of any culture.</content>
internal static partial class PriceFormat
{
    private const int MaxLength = 64;

    // The Arabic decimal separator is unambiguous, unlike points and commas.
    private const char OnlyDecimal = '\u066B';
    private const char OnlyGroup = '\'';

    private static readonly SearchValues<char> Minus = SearchValues.Create("-\u2212\u2013\u2014()");

    /// <summary>
    /// Parses the amount of a price that Meta formatted; <see langword="null"/> unless exactly one reading fits the digits of the currency.
    /// </summary>
    /// <param name="text">The price, such as <c>$5.00</c>, <c>5,00 EUR</c> or <c>R$ 1.234,50</c>.</param>
    /// <param name="currency">The currency, if it is known from elsewhere; otherwise the code in the text is used.</param>
    public static Money? Read(string? text, Currency currency)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> price = Normalize(text, buffer);
        int first = price.IndexOfAnyInRange('0', '9');
        int last = price.LastIndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return null;
        }

        ReadOnlySpan<char> before = price[..first];
        ReadOnlySpan<char> after = price[(last + 1)..];
        if (!AgreesWithWords(before, ref currency) || !AgreesWithWords(after, ref currency) || currency.MinorUnits is not int digits
            || CutsTheNumber(before, after))
        {
            return null;
        }

        bool isBare = before.IsWhiteSpace() && after.IsWhiteSpace();
        return Amount(price[first..(last + 1)], digits, isBare) is decimal amount ? new Money(amount, currency) : null;
    }

    // Normalizes digits of all scripts, spaces of all widths, and removes directional marks.
    private static ReadOnlySpan<char> Normalize(string text, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in text)
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
            {
                buffer[length++] = (char)('0' + digit);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                buffer[length++] = char.IsWhiteSpace(c) ? ' ' : c is '\u2019' or '\u066C' ? OnlyGroup : c;
            }
        }

        return buffer[..length];
    }

    // A currency code in the text must match the currency. A price has no minus sign.
    private static bool AgreesWithWords(ReadOnlySpan<char> words, ref Currency currency)
    {
        if (words.ContainsAny(Minus))
        {
            return false;
        }

        for (int start = 0; start < words.Length;)
        {
            int end = start;
            while (end < words.Length && char.IsLetter(words[end]))
            {
                end++;
            }

            if (end - start == 3
                && words[start..end].IndexOfAnyExceptInRange('A', 'Z') < 0
                && new Currency(words[start..end].ToString()) is { IsKnown: true } named)
            {
                if (currency.Code is not null && currency != named)
                {
                    return false;
                }

                currency = named;
            }

            start = end + 1;
        }

        return true;
    }

    // "$.50" and "5.": a separator that touches the digits is part of the number, but not after a letter: "Rs.500".
    private static bool CutsTheNumber(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        (before is [.., char sign]
            && IsSeparator(sign)
            && sign != ' '
            && !(sign == '.' && before is [.., char letter, _] && char.IsLetter(letter)))
        || (after is [char next, ..] && IsSeparator(next) && next != ' ');

    private static bool IsSeparator(char c) => c is '.' or ',' or ' ' or OnlyGroup or OnlyDecimal;

    private static decimal? Amount(ReadOnlySpan<char> number, int digits, bool isBare)
    {
        int lastMark = number.LastIndexOfAnyExceptInRange('0', '9');
        if (lastMark < 0)
        {
            // A number without currency may be in minor units, as in other fields; zero is the same in both.
            return isBare && digits > 0 && number.ContainsAnyExcept('0') ? null : Parse(number, default);
        }

        char mark = number[lastMark];
        ReadOnlySpan<char> whole = number[..lastMark];
        ReadOnlySpan<char> rest = number[(lastMark + 1)..];
        bool isGroup = mark is not OnlyDecimal && IsGrouped(number, mark);
        bool isDecimal = mark is '.' or ',' or OnlyDecimal && IsFraction(rest, digits)
            && (IsNumber(whole) || (whole[whole.LastIndexOfAnyExceptInRange('0', '9')] is char other
                && other != mark
                && other != OnlyDecimal
                && IsGrouped(whole, other)));

        // With a three-digit currency "1.234" is ambiguous: better no price than a wrong one.
        return isGroup == isDecimal ? null : isGroup ? Parse(number, default) : Parse(whole, rest);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsFraction(ReadOnlySpan<char> text, int digits) => text.Length <= digits || (digits == 0 && text is "00");

    // Groups of thousands, or Indian groups: thousands, then hundreds.
    private static bool IsGrouped(ReadOnlySpan<char> text, char mark)
    {
        if (!IsSeparator(mark) || mark == OnlyDecimal || text[0] == '0')
        {
            return false;
        }

        int lastMark = text.LastIndexOf(mark);
        ReadOnlySpan<char> head = text[..lastMark];
        return text.Length - lastMark - 1 == 3
            && IsNumber(text[(lastMark + 1)..])
            && (HasGroupsOf(3, head, mark) || HasGroupsOf(2, head, mark));
    }

    private static bool HasGroupsOf(int size, ReadOnlySpan<char> text, char mark)
    {
        bool isFirst = true;
        foreach (Range part in text.Split(mark))
        {
            ReadOnlySpan<char> group = text[part];
            if (!IsNumber(group) || (isFirst ? group.Length is 0 || group.Length > size : group.Length != size))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    private static decimal? Parse(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        Span<char> plain = stackalloc char[MaxLength + 1];
        int length = 0;
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                plain[length++] = c;
            }
        }

        if (!fraction.IsEmpty)
        {
            plain[length++] = '.';
            fraction.CopyTo(plain[length..]);
            length += fraction.Length;
        }

        // More digits than a decimal holds would be rounded.
        return length <= MaxDigits + (fraction.IsEmpty ? 0 : 1) && decimal.TryParse(
            plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;
    }
}
