namespace WhatsCommerce.Catalogs;

/// <summary>Prices as catalogs take them, <c>9.99 USD</c>, and as they give them back.</summary>
internal static partial class PriceFormat
{
    /// <summary>
    /// A price with just the digits of its currency; the same in every culture. Of a currency that is not known, which is refused before it
    /// is sent, as it is: one such price among thousands of items must not throw.
    /// </summary>
    public static string? Write(Money? price) =>
        price is not Money money ? null
        : money.Currency.IsKnown ? money.Round().ToString()
        : money.ToString();
}
