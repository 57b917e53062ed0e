namespace WhatsCommerce.Catalogs;

/// <summary>Prices as catalogs take them, <c>9.99 USD</c>, and as they give them back.</summary>
internal static partial class PriceFormat
{
    /// <summary>The most digits of a price, with those behind the point: a <see cref="decimal"/> holds as many exactly.</summary>
    public const int MaxDigits = 28;

    /// <summary>
    /// A price with just the digits of its currency; the same in every culture. Of a currency that is not known, which is refused before it
    /// is sent, as it is: one such price among thousands of items must not throw.
    /// </summary>
    public static string? Write(Money? price) =>
        price is not Money money ? null
        : money.Currency.IsKnown ? money.Round().ToString()
        : money.ToString();

    /// <summary>Whether a price has no more digits than <see cref="Read"/> takes.</summary>
    public static bool HasReadableLength(Money price) => (Write(price) ?? "").Count(char.IsAsciiDigit) <= MaxDigits;
}
