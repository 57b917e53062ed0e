namespace WhatsCommerce.Validation;

/// <content>Texts. Lengths are counted in Unicode scalar values; lone surrogates cannot be sent.</content>
internal sealed partial class Violations
{
    /// <summary>Requires a text.</summary>
    /// <param name="path">The path of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="limit">The maximum length in characters.</param>
    /// <param name="name">The name of the text, at the beginning of a sentence.</param>
    /// <param name="minimum">The minimum length in characters.</param>
    public void RequireText(WirePath path, string? text, int limit, string name, int minimum = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} is required and has no text.", LimitOrNull(limit), limit == int.MaxValue ? null : 0);
        }
        else
        {
            LimitText(path, text, limit, name, minimum);
        }
    }

    /// <summary>Requires a text of any length.</summary>
    public void RequireText(WirePath path, string? text, string name) => RequireText(path, text, int.MaxValue, name);

    /// <summary>Checks an optional text, which must not be blank.</summary>
    public void AllowText(WirePath path, string? text, int limit, string name)
    {
        if (!string.IsNullOrEmpty(text) && string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} contains only white space; set a text or leave it out.",
                LimitOrNull(limit), limit == int.MaxValue ? null : text.Length);
        }
        else
        {
            LimitText(path, text, limit, name);
        }
    }

    /// <summary>Checks an optional text of any length, which must not be blank.</summary>
    public void AllowText(WirePath path, string? text, string name) => AllowText(path, text, int.MaxValue, name);

    /// <summary>Checks only the length of a text; it may be blank or null.</summary>
    public void LimitText(WirePath path, string? text, int limit, string name, int minimum = 0)
    {
        if (text is null)
        {
            return;
        }

        int half = Scalars.FindHalf(text, out int length);
        if (half >= 0)
        {
            Add(path, ViolationRule.Format, string.Create(
                CultureInfo.InvariantCulture,
                $"{name} has half a character at index {half} (a lone surrogate): it was cut in the middle of a pair, perhaps "
                + $"by Substring."));
        }
        else if (length > limit)
        {
            Add(path, ViolationRule.MaxLength, Invariant(
                $"{name} has {length} characters; at most {limit} {Plural.Are(limit)} allowed. Shorten it by {length - limit}."),
                limit,
                length);
        }
        else if (length < minimum)
        {
            Add(
                path,
                ViolationRule.MinLength,
                Invariant($"{name} has {Plural.Of(length, "character")}; at least {minimum} {Plural.Are(minimum)} required."),
                minimum,
                length);
        }
    }

    /// <summary>Checks that a text of any length has no lone surrogates.</summary>
    public void RequireWellFormed(WirePath path, string? text, string name) => LimitText(path, text, int.MaxValue, name);

    /// <summary>Requires a text that is unique among its siblings.</summary>
    public void RequireUnique(WirePath path, string? text, HashSet<string> seen, string name)
    {
        if (!string.IsNullOrWhiteSpace(text) && !seen.Add(text))
        {
            Add(path, ViolationRule.NotUnique, $"{name} occurs for the second time; each must be unique.");
        }
    }

    /// <summary>Checks an optional e-mail address, without strict rules.</summary>
    public void AllowEmail(WirePath path, string? text, int limit, string name)
    {
        LimitText(path, text, limit, name);
        if (text is not null
            && text.IndexOf('@', StringComparison.Ordinal) is var at
            && (at < 1 || at == text.Length - 1 || text.Any(char.IsWhiteSpace)))
        {
            Add(path, ViolationRule.Format, $"{name} is not an e-mail address such as care@shop.example.");
        }
    }

    /// <summary>Checks an optional phone number with its country code, which is sent exactly as given.</summary>
    public void AllowPhone(WirePath path, string? text, string name)
    {
        if (text is not null && (!text.StartsWith('+') || !PhoneNumber.TryParse(text, out _)))
        {
            Add(path, ViolationRule.Format, $"{name} is not a phone number with its country code, such as +913854559033.");
        }
        else if (PhoneText.HoldsTrunkDigit(text))
        {
            Add(path, ViolationRule.Format, PhoneText.TrunkDigit);
        }
    }

    private static int? LimitOrNull(int limit) => limit == int.MaxValue ? null : limit;
}
