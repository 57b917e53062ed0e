namespace WhatsCommerce.Catalogs;

/// <summary>Formats prices as catalogs accept them, <c>9.99 USD</c>, and parses prices that catalogs return.</summary>
internal static partial class PriceFormat
{
    /// <summary>The maximum number of digits, including decimals: a <see cref="decimal"/> holds that many exactly.</summary>
    public const int MaxDigits = 28;

    /// <summary>
    /// Formats a price with the number of decimals of its currency, independent of the culture. With an unknown currency, which is rejected
    /// before sending, the amount is written unchanged: one such price among thousands of items must not throw.
    /// </summary>
    public static string? Write(Money? price) =>
        price is not Money money ? null
        : money.Currency.IsKnown ? money.Round().ToString()
        : money.ToString();

    /// <summary>Returns whether a price has no more digits than <see cref="Read"/> accepts.</summary>
    public static bool HasReadableLength(Money price) => (Write(price) ?? "").Count(char.IsAsciiDigit) <= MaxDigits;
}
