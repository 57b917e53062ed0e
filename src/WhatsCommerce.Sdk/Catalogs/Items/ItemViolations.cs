using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace WhatsCommerce.Catalogs;

/// <summary>Gathers what is wrong with an item. Costs nothing until something is.</summary>
/// <param name="item">The item.</param>
/// <param name="isComplete">Whether what is required must be there.</param>
internal sealed class ItemViolations(RetailerId item, bool isComplete)
{
    private List<ItemViolation>? _found;

    public IReadOnlyList<ItemViolation> ToList() => _found is null ? [] : _found.AsReadOnly();

    public void Add(string path, ItemRule rule, string message, int? limit = null, int? found = null) =>
        (_found ??= []).Add(new ItemViolation(item, path, rule, message, limit, found));

    /// <summary>A text that a whole item must have, and that is not blank where it is set.</summary>
    public void Text(string path, string? text, int limit)
    {
        if (!Missing(path, text, isRequired: true))
        {
            OptionalText(path, text, limit);
        }
    }

    /// <summary>A text that is not too long.</summary>
    public void OptionalText(string path, string? text, int limit)
    {
        if (text is not null && WellFormed(path, text) is int length && length > limit)
        {
            Add(path, ItemRule.MaxLength, Invariant($"It has {length} characters; at most {limit} are allowed. Shorten it by {length - limit}."), limit, length);
        }
    }

    /// <summary>An id of the business's own.</summary>
    public void RetailerId(string path, RetailerId id)
    {
        if (id.HasValue)
        {
            OptionalText(path, id.Value, CatalogLimits.RetailerId);
        }
        else
        {
            Add(path, ItemRule.Required, "The item has no retailer id; give the id (SKU, content id) under which the business knows it.", CatalogLimits.RetailerId, 0);
        }
    }

    /// <summary>One of Meta's words.</summary>
    public void Word(string path, string? word, bool isKnown, string words)
    {
        if (!Missing(path, word, isRequired: true) && word is not null && !isKnown)
        {
            Add(path, ItemRule.Format, $"It is '{Short(word)}', which Meta does not know; write {words}, exactly as it is written here.");
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
            Add(path, ItemRule.Format, money.Currency.Code is null
                ? "The price has no currency: give the code of ISO 4217, such as USD."
                : $"ISO 4217 lists no currency '{Short(money.Currency.Code)}': give the code of one that it does, such as USD.");
        }
        else if (money.Amount < 0)
        {
            Add(path, ItemRule.Range, "The price is below 0.", 0);
        }
        else if (decimal.Round(money.Amount, digits, MidpointRounding.ToZero) != money.Amount)
        {
            Add(path, ItemRule.Format, Invariant($"The price {money.Amount} has more decimal digits than {money.Currency} ({digits}): round it."), digits, money.Amount.Scale);
        }
    }

    /// <summary>An address that Meta or a customer can open.</summary>
    public void Address(string path, string? address, bool isRequired)
    {
        if (Missing(path, address, isRequired) || address is null)
        {
            return;
        }

        if (WellFormed(path, address) is not null && !IsAddress(address))
        {
            Add(path, ItemRule.Format, "It is no address: write it whole, with http:// or https://, and without blanks around it.");
        }
    }

    /// <summary>Whether a text is an address that Meta or a customer can open.</summary>
    public static bool IsAddress([NotNullWhen(true)] string? text) =>
        // Uri passes over blanks around an address and half characters in it, but the text goes over the wire as it was given.
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https"
        && text.AsSpan().Trim().Length == text!.Length
        && FirstHalfCharacter(text, out _) < 0;

    /// <summary>A country by its two letters, or none.</summary>
    public void Country(string path, string? code)
    {
        if (!string.IsNullOrWhiteSpace(code) && (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
        {
            Add(path, ItemRule.Format, "A country is two capital letters (ISO 3166), such as IN.");
        }
    }

    /// <summary>A text without half characters; gives its length, or <see langword="null"/> when there is none that could be counted.</summary>
    public int? WellFormed(string path, string? text)
    {
        if (text is null)
        {
            return null;
        }

        int index = FirstHalfCharacter(text, out int length);
        if (index < 0)
        {
            return length;
        }

        Add(path, ItemRule.Format, Invariant($"It has half a character at index {index} (a lone surrogate): it was cut in the middle of a pair, perhaps by Substring."));
        return null;
    }

    // Without surrogates, every char is one scalar value.
    private static int FirstHalfCharacter(string text, out int length)
    {
        int index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        length = index < 0 ? text.Length : index;
        while (index >= 0 && index < text.Length)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(index), out _, out int consumed) != OperationStatus.Done)
            {
                return index;
            }

            index += consumed;
            length++;
        }

        return -1;
    }

    private bool Missing(string path, string? text, bool isRequired)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        if (isComplete ? isRequired || text is not null : text is not null)
        {
            Add(path, ItemRule.Required, text is null ? "It is required for a new item, and is not set." : "It is blank: give it a text, or leave it out of a change.");
        }

        return true;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
