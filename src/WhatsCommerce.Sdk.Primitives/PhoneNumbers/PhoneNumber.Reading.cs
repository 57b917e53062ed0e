namespace WhatsCommerce;

public readonly partial record struct PhoneNumber
{
    private const int MinDigits = PhoneNumberLengths.MinDigits;
    private const int MaxDigits = PhoneNumberLengths.MaxDigits;

    /// <summary>Parses a phone number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="home">
    /// The plan of the region in which it was written; <see langword="null"/> to accept only numbers with their country code.
    /// </param>
    /// <param name="number">The number, or <see langword="default"/>.</param>
    /// <returns>What is wrong, without the number; <see langword="null"/> on success.</returns>
    private static string? Read(string? text, NumberingPlan? home, out PhoneNumber number)
    {
        number = default;
        Span<char> buffer = stackalloc char[WrittenNumber.MostDigits];
        string? problem = WrittenNumber.Read(text, buffer, out WrittenNumber written)
            ?? CheckBeginning(written, isAtHome: home is not null);
        if (problem is not null)
        {
            return problem;
        }

        ReadOnlySpan<char> digits = written.Digits;
        bool isNational = home is not null && !written.HasPlus && !home.HasOwnCode(digits);
        if ((isNational ? home : NumberingPlan.Find(digits)) is not { } plan)
        {
            return $"No country code begins with {digits[..Math.Min(2, digits.Length)]}; write + and the country code before the number.";
        }

        int codeLength = isNational ? 0 : plan.Code.Length;
        int trunk = plan.CountTrunkDigits(digits[codeLength..]);
        if (!isNational && !written.HasPlus && CheckWithoutPlus(written, plan.Code, trunk) is { } ambiguity)
        {
            return ambiguity;
        }

        ReadOnlySpan<char> rest = digits[(codeLength + trunk)..];
        if (rest is ['0', ..] && !plan.ZeroStays)
        {
            return $"No number of the country code {plan.Code} begins with 0; leave out the 0 that is dialled within the country only.";
        }

        string whole = string.Concat(plan.Code, rest);
        if (isNational || trunk > 0)
        {
            whole = PhoneLine.WithoutFifteen(whole);
        }

        int count = whole.Length + written.Count - digits.Length;
        int own = count - plan.Code.Length;
        problem = isNational && !plan.IsPossible(own)
            ? FormattableString.Invariant($"A phone number of this region has {plan.Lengths} digits with its area code and without the ")
                + FormattableString.Invariant($"{plan.Code} of the country; this text has {own}.")
            : CheckLength(count);
        if (problem is null)
        {
            number = new(whole);
        }

        return problem;
    }

    private static string? CheckBeginning(WrittenNumber written, bool isAtHome) => written.Digits switch
    {
        [] => "There is no phone number; write it with its country code, such as +16505551234.",
        ['0', '0', ..] =>
            "A phone number does not start with 00, and Meta refuses it (error 100); write + and the country code in place of 00.",
        ['0', ..] when written.HasPlus || !isAtHome =>
            "A phone number starts with its country code, and no country code starts with 0; "
            + "write + and the country code in place of the 0.",
        _ when !isAtHome && written.Count < MinDigits => CheckLength(written.Count),
        _ => null,
    };

    /// <summary>
    /// Digits without + are accepted unchanged, like a <c>wa_id</c>, or not at all: nothing shows that a country code was meant.
    /// </summary>
    private static string? CheckWithoutPlus(WrittenNumber written, string code, int trunk)
    {
        bool cuts = written.HasBracketAt(0) && !written.HasBracketAt(code.Length);
        for (int i = 1; i < code.Length; i++)
        {
            // But +38 (067) is the way in which people in Ukraine write 380.
            cuts |= written.HasBracketAt(i) && written.Digits[i] != '0';
        }

        if (cuts)
        {
            return $"Without + a phone number begins with its country code, and the brackets do not fit {code}; "
                + "write + and the country code before the number.";
        }

        return trunk == 0 || written.HasBracketAt(code.Length)
            ? null
            : $"After the country code {code} stands a digit that is dialled within the country only; leave it out, "
                + $"or write + before the number if {code} is its country code.";
    }

    private static string? CheckLength(int count) => count switch
    {
        < MinDigits => $"A phone number has at least {MinDigits} digits with its country code; this text has {count}.",
        > MaxDigits => $"A phone number has at most {MaxDigits} digits with its country code; this text has {count}.",
        _ => null,
    };
}
