namespace WhatsCommerce.Testing.Judging.Catalog;

/// <summary>
/// The three formats of a price in Meta's catalog: <c>9.99 USD</c> in a batch, 999 in a form, <c>$9.99</c> when read.
/// </summary>
/// <remarks>
/// Meta does not document the format for currencies without a symbol of their own; their code is written before the amount.
/// </remarks>
internal static class Prices
{
    // ISO 4217: the currencies whose minor unit is not a hundredth.
    private static readonly HashSet<string> WithoutMinorUnit = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThousandths =
        new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["INR"] = "₹", ["BRL"] = "R$", ["JPY"] = "¥", ["KRW"] = "₩", ["MXN"] = "MX$",
    };

    /// <summary>Parses the price of a batch: an amount with a decimal point, a space, and a currency code.</summary>
    public static bool TryRead(string? text, out decimal amount, out string currency)
    {
        amount = 0;
        currency = "";
        int space = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        if (space < 1 || !IsCurrency(text.AsSpan(space + 1)))
        {
            return false;
        }

        currency = string.Intern(text![(space + 1)..]);
        return decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>Whether a text has the shape of an ISO 4217 code.</summary>
    public static bool IsCurrency(ReadOnlySpan<char> code) => code.Length == 3 && !code.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>The price in the format of a batch.</summary>
    public static string Written(decimal amount, string currency) => $"{amount.ToString(CultureInfo.InvariantCulture)} {currency}";

    /// <summary>The price in the format of a response.</summary>
    public static string Formatted(decimal amount, string currency)
    {
        int digits = WithoutMinorUnit.Contains(currency) ? 0 : WithThousandths.Contains(currency) ? 3 : 2;
        string number = amount.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Signs.TryGetValue(currency, out string? sign) ? sign + number : $"{currency} {number}";
    }
}
