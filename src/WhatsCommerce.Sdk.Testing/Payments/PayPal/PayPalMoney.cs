namespace WhatsCommerce.Testing;

/// <summary>PayPal's format of amounts. Source: developer.paypal.com/api/rest/reference/currency-codes.</summary>
internal static class PayPalMoney
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "MXN", "MYR", "NOK", "NZD", "PHP",
        "PLN", "SEK", "SGD", "THB", "TWD", "USD",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "HUF", "JPY", "TWD" };

    public static JsonObject ToJson(Money money) => new()
    {
        ["currency_code"] = money.Currency.Code,
        ["value"] = money.Amount.ToString(Whole.Contains(money.Currency.Code!) ? "F0" : "F2", CultureInfo.InvariantCulture),
    };

    public static Money Read(JsonNode? node, string field)
    {
        string? currency = (node as JsonObject).Text("currency_code");
        string? text = (node as JsonObject).Text("value");
        if (currency is null || text is null)
        {
            throw PayPalRefusal.Invalid(field, "MISSING_REQUIRED_PARAMETER", "A required field is missing.");
        }

        if (!Taken.Contains(currency))
        {
            throw PayPalRefusal.Unprocessable(
                "CURRENCY_NOT_SUPPORTED", "Currency code is not currently supported.", $"{field}/currency_code");
        }

        if (text.Length > 32
            || !decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value))
        {
            throw PayPalRefusal.Invalid(
                $"{field}/value", "INVALID_PARAMETER_SYNTAX", "The value of a field does not conform to the expected format.");
        }

        if (value < 0)
        {
            throw PayPalRefusal.Unprocessable("CANNOT_BE_NEGATIVE", "Must be greater than or equal to zero.", $"{field}/value");
        }

        int digits = text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;
        if (digits > 0 && Whole.Contains(currency))
        {
            throw PayPalRefusal.Unprocessable("DECIMALS_NOT_SUPPORTED", "Currency does not support decimals.", $"{field}/value");
        }

        return digits <= 2
            ? new Money(value, currency)
            : throw PayPalRefusal.Unprocessable("DECIMAL_PRECISION", "The value has more than two decimals.", $"{field}/value");
    }
}
