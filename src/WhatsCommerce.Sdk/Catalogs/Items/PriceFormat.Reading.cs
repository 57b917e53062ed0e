namespace WhatsCommerce.Catalogs;

/// <content>Reading, in the notation of any culture.</content>
internal static partial class PriceFormat
{
    private const int MaxLength = 64;

    // An Arabic decimal separator is no other thing, unlike points and commas.
    private const char OnlyDecimal = '\u066B';
    private const char OnlyGroup = '\'';

    private static readonly SearchValues<char> Minus = SearchValues.Create("-\u2212\u2013\u2014()");

    /// <summary>
    /// The amount of a price that Meta formatted, where one reading only agrees with the digits of the currency; else
    /// <see langword="null"/>.
    /// </summary>
    /// <param name="text">The price, such as <c>$5.00</c>, <c>5,00 EUR</c> or <c>R$ 1.234,50</c>.</param>
    /// <param name="currency">The currency, if it is known beside the text; else the code in the text counts.</param>
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

    // One notation for what is the same: digits of every script, blanks of every width, marks of direction taken out.
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

    // The code of a currency in the text must be the currency. A sign of minus makes no price.
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

    // "$.50" and "5.": what touches the digits is part of the number. After a letter it is not: "Rs.500".
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
            // A number alone may be minor units, as they are written elsewhere; nothing is nothing in both.
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

        // "1.234" of a currency with three digits can be either: better none than a wrong one.
        return isGroup == isDecimal ? null : isGroup ? Parse(number, default) : Parse(whole, rest);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsFraction(ReadOnlySpan<char> text, int digits) => text.Length <= digits || (digits == 0 && text is "00");

    // Thousands, or as in India: thousands, and hundreds of them.
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
