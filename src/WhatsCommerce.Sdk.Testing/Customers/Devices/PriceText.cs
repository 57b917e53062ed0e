using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>Prices as a customer's phone shows them.</summary>
public static class PriceText
{
    /// <summary>
    /// A price as the phone shows it: <c>$3.49</c>, or with the currency code before the amount if the currency has no symbol.
    /// </summary>
    /// <param name="price">The price, in a currency.</param>
    public static string Of(Money price) => Prices.Formatted(price.Amount, price.Currency.Code ?? "");
}
