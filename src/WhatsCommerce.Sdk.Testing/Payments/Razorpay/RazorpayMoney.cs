namespace WhatsCommerce.Testing;

/// <summary>Razorpay's format of amounts. Source: razorpay.com/docs/payments/international-payments, currency conversion.</summary>
internal static class RazorpayMoney
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> Thousandths = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "OMR", "TND" };

    public static decimal Scale(string currency) => Whole.Contains(currency) ? 1m : Thousandths.Contains(currency) ? 1_000m : 100m;

    /// <summary>Reads an amount in the smallest unit.</summary>
    public static Money Read(long amount, string currency)
    {
        if (!currency.All(char.IsAsciiLetterUpper) || !new Currency(currency).IsKnown)
        {
            throw new RazorpayRefusal("Currency is not supported", "currency");
        }

        if (amount < (currency == "INR" ? 100 : 1))
        {
            throw new RazorpayRefusal("The amount must be atleast INR 1.00", "amount");
        }

        if (amount > 99_999_999_99)
        {
            throw new RazorpayRefusal("Amount exceeds maximum amount allowed.", "amount");
        }

        return Thousandths.Contains(currency) && amount % 10 != 0
            ? throw new RazorpayRefusal("The last digit of the amount must be 0", "amount")
            : new Money(amount / Scale(currency), currency);
    }

    public static long ToMinor(Money money) => (long)(money.Amount * Scale(money.Currency.Code!));
}
