namespace WhatsCommerce.Testing.Judging.Catalog;

/// <summary>
/// The rules for <c>POST /{catalog}/products</c> and <c>POST /{product}</c>, which accept one item as a form, with other field names than a
/// batch and with the price as a whole number of hundredths. Meta does not document what applies to currencies without hundredths; here it
/// is hundredths too.
/// </summary>
internal static class ProductFormRules
{
    /// <summary>Validates a form. A new product requires a name, a currency and a price.</summary>
    public static Refusal? Judge(Func<string, string?> form, bool isNew)
    {
        foreach (string name in (ReadOnlySpan<string>)["name", "currency", "price"])
        {
            if (isNew && string.IsNullOrWhiteSpace(form(name)))
            {
                return Refusals.Required(name);
            }
        }

        foreach (string name in (ReadOnlySpan<string>)["price", "sale_price"])
        {
            if (form(name) is { Length: > 0 } price && !TryReadPrice(price, out _))
            {
                return new(400, 100, $"(#100) Param {name} must be an integer");
            }
        }

        return form("currency") is { Length: > 0 } currency && !Prices.IsCurrency(currency) ? Refusals.InvalidParameter(
            $"'{currency}' is not an ISO 4217 currency code.")
            : form("retailer_id") is { } id && (string.IsNullOrWhiteSpace(id) || Json.Length(id) > Limits.RetailerId)
                ? Refusals.InvalidParameter(
                    $"The retailer_id must have 1 to {Limits.RetailerId.ToString(CultureInfo.InvariantCulture)} characters.")
            : form("availability") is { } availability && !ItemRules.IsAvailability(availability)
                ? Refusals.NotOneOf(
                    "availability",
                    "IN STOCK, OUT OF STOCK, PREORDER, AVAILABLE FOR ORDER, DISCONTINUED, PENDING, MARK_AS_SOLD",
                    availability)
            : TooLong(form, "name", Limits.ItemTitle) ?? TooLong(form, "description", Limits.ItemDescription) ?? TooLong(
                form, "brand", Limits.ItemBrand)
                ?? Address(form, "url") ?? Address(form, "image_url");
    }

    public static bool TryReadPrice(string? text, out decimal amount)
    {
        bool isRead = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong hundredths);
        amount = hundredths / 100m;
        return isRead;
    }

    private static Refusal? TooLong(Func<string, string?> form, string name, int limit) =>
        form(name) is { } text && Json.Length(text) > limit ? Refusals.TooLong(name, limit) : null;

    private static Refusal? Address(Func<string, string?> form, string name) =>
        form(name) is { Length: > 0 } address && !RequestRules.IsWebAddress(address)
            ? Refusals.InvalidParameter($"The {name} is not an http or https URL.")
            : null;
}
