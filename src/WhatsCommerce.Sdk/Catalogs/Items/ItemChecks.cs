using static WhatsCommerce.Validation.Violations;

namespace WhatsCommerce.Catalogs;

/// <summary>Rules that apply only to items of a catalog.</summary>
/// <param name="violations">Receives the violations.</param>
/// <param name="isComplete">Whether required fields must be set.</param>
internal readonly struct ItemChecks(Violations violations, bool isComplete)
{
    private const string It = "It";

    // Control characters, and the line and paragraph separators of Unicode.
    private static readonly SearchValues<char> Unprintable = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    public void Add(WirePath path, ViolationRule rule, string message, int? limit = null, int? found = null) =>
        violations.Add(path, rule, message, limit, found);

    /// <summary>Checks a text that is required in a complete item, and not blank where it is set.</summary>
    public void Text(string path, string? text, int limit)
    {
        if (!Missing(path, text, isRequired: true))
        {
            violations.LimitText(path, text, limit, It);
        }
    }

    /// <summary>Checks a text without line breaks and other control characters.</summary>
    public void OneLine(string path, string? text)
    {
        int control = text.AsSpan().IndexOfAny(Unprintable);
        if (control >= 0)
        {
            Add(path, ViolationRule.Format, Invariant(
                $"It has a line break or another control character (U+{(int)text![control]:X4}) at index {control}: remove it."));
        }
    }

    /// <summary>Checks the length of a text.</summary>
    public void OptionalText(string path, string? text, int limit = int.MaxValue) => violations.LimitText(path, text, limit, It);

    /// <summary>Checks a retailer id.</summary>
    public void RetailerId(string path, RetailerId id)
    {
        if (id.HasValue)
        {
            violations.LimitText(path, id.Value, CatalogLimits.RetailerId, It);
        }
        else
        {
            Add(
                path,
                ViolationRule.Required,
                "The item has no retailer id; give the id (SKU, content id) under which the business knows it.",
                CatalogLimits.RetailerId,
                0);
        }
    }

    /// <summary>Checks a value of a fixed set.</summary>
    public void Word(string path, string? word, bool isKnown, string words)
    {
        if (!Missing(path, word, isRequired: true) && word is not null && !isKnown)
        {
            Add(
                path,
                ViolationRule.Format,
                $"It is '{Short(word)}', which Meta does not know; write {words}, exactly as it is written here.");
        }
    }

    public void Price(string path, Money? price, bool isRequired)
    {
        if (price is not Money money)
        {
            Missing(path, null, isRequired);
        }
        else if (money.Currency.MinorUnits is not int digits)
        {
            Add(path, ViolationRule.Format, money.Currency.Code is null
                ? "The price has no currency: give the code of ISO 4217, such as USD."
                : $"ISO 4217 lists no currency '{Short(money.Currency.Code)}': give the code of one that it does, such as USD.");
        }
        else if (money.Amount < 0)
        {
            Add(path, ViolationRule.Range, "The price is below 0.", 0);
        }
        else if (decimal.Round(money.Amount, digits, MidpointRounding.ToZero) != money.Amount)
        {
            Add(path, ViolationRule.Format, Invariant(
                $"The price {money.Amount} has more decimal digits than {money.Currency} ({digits}): round it."), digits,
            money.Amount.Scale);
        }
        else if (!PriceFormat.HasReadableLength(money))
        {
            Add(path, ViolationRule.Range, Invariant(
                $"The price has more digits than can be read back ({PriceFormat.MaxDigits}): is the amount right?"));
        }
    }

    /// <summary>Checks a URL that Meta or a customer can open.</summary>
    public void Address(WirePath path, string? address, bool isRequired)
    {
        if (!Missing(path, address, isRequired) && (!WebAddress.TryParse(address, out _) || WebAddress.HasBlanks(address)))
        {
            Add(
                path,
                ViolationRule.Format,
                "It is not an absolute URL: write it with http:// or https://, and without spaces; a space in a path is %20.");
        }
    }

    /// <summary>Checks an optional two-letter country code.</summary>
    public void Country(string path, string? code)
    {
        if (!string.IsNullOrWhiteSpace(code) && (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
        {
            Add(path, ViolationRule.Format, "A country is two capital letters (ISO 3166), such as IN.");
        }
    }

    private bool Missing(WirePath path, string? text, bool isRequired)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        if (isComplete ? isRequired || text is not null : text is not null)
        {
            Add(path, ViolationRule.Required, text is null
                ? "It is required for a new item, and is not set."
                : "It is blank: give it a text, or leave it out of a change.");
        }

        return true;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}
