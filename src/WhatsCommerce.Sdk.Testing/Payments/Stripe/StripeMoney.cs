namespace WhatsCommerce.Testing;

/// <summary>Stripe's format of amounts. Source: docs.stripe.com/currencies (special cases, minimum charge amounts).</summary>
internal static class StripeMoney
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> Thousandths = new(StringComparer.Ordinal) { "BHD", "JOD", "KWD", "OMR", "TND" };

    // Zero-decimal currencies that Stripe nevertheless writes with two digits.
    private static readonly HashSet<string> WholeInHundredths = new(StringComparer.Ordinal) { "ISK", "UGX" };

    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        ["USD"] = 50, ["AUD"] = 50, ["BRL"] = 50, ["CAD"] = 50, ["CHF"] = 50, ["EUR"] = 50, ["INR"] = 50, ["NZD"] = 50, ["SGD"] = 50,
        ["GBP"] = 30, ["JPY"] = 50, ["MXN"] = 10_00, ["HKD"] = 4_00, ["DKK"] = 2_50, ["NOK"] = 3_00, ["SEK"] = 3_00, ["PLN"] = 2_00,
        ["CZK"] = 15_00, ["HUF"] = 175_00, ["RON"] = 2_00, ["AED"] = 2_00, ["MYR"] = 2_00, ["THB"] = 10_00,
    };

    public static decimal Scale(string currency) => Whole.Contains(currency) ? 1m : Thousandths.Contains(currency) ? 1_000m : 100m;

    /// <summary>Why an amount is refused; null when it is not.</summary>
    public static StripeRefusal? Judge(long amount, string currency)
    {
        if (Thousandths.Contains(currency) && amount % 10 != 0)
        {
            return new($"Invalid amount: the last digit must be 0 in {currency}.") { Code = "parameter_invalid_integer" };
        }

        if (WholeInHundredths.Contains(currency) && amount % 100 != 0)
        {
            return new($"Invalid amount: the last two digits must be 0 in {currency}.") { Code = "parameter_invalid_integer" };
        }

        return amount < Least.GetValueOrDefault(currency, 1)
            ? new("The total amount due must add up to at least the minimum of the currency.") { Code = "amount_too_small" }
            : null;
    }

    public static long ToMinor(Money money) => (long)(money.Amount * Scale(money.Currency.Code!));

    public static Money ToMoney(long minor, string currency) => new(minor / Scale(currency), currency);
}
