namespace WhatsCommerce.Catalogs;

/// <summary>Prices as catalogs take them, <c>9.99 USD</c>, and as they give them back.</summary>
internal static partial class PriceFormat
{
    /// <summary>A price with just the digits of its currency; the same in every culture.</summary>
    public static string? Write(Money? price) => price?.Round().ToString();
}
