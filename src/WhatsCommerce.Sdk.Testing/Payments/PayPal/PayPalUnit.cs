namespace WhatsCommerce.Testing;

/// <summary>The one purchase unit of an order, judged as developer.paypal.com/docs/api/orders/v2 says.</summary>
internal static class PayPalUnit
{
    public static (JsonObject Unit, Money Amount) Judge(JsonObject order)
    {
        if (order.Text("intent") != "CAPTURE")
        {
            throw PayPalRefusal.Invalid("/intent", "INVALID_PARAMETER_VALUE", "The local PayPal takes CAPTURE only.");
        }

        if (order["purchase_units"] is not JsonArray { Count: 1 } units || units[0] is not JsonObject unit)
        {
            throw PayPalRefusal.Invalid("/purchase_units", "INVALID_ARRAY_MAX_ITEMS", "The local PayPal takes one purchase unit.");
        }

        const string at = "/purchase_units/@reference_id=='default'";
        Longest(unit, "reference_id", 256, at);
        Longest(unit, "custom_id", 127, at);
        Longest(unit, "invoice_id", 127, at);
        Longest(unit, "description", 127, at);
        Longest(unit, "soft_descriptor", 22, at);
        Money amount = PayPalMoney.Read(unit["amount"], $"{at}/amount");
        if (amount.Amount == 0)
        {
            throw PayPalRefusal.Unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE", "Must be greater than zero.", $"{at}/amount/value");
        }

        if (unit.Object("amount").Object("breakdown") is { } breakdown)
        {
            JudgeBreakdown(breakdown, unit, amount, at);
        }
        else if (unit["items"] is JsonArray { Count: > 0 })
        {
            throw PayPalRefusal.Unprocessable("ITEM_TOTAL_REQUIRED", "If item details are specified, item_total is required.", at);
        }

        JsonObject? context = order.Object("payment_source").Object("paypal").Object("experience_context");
        Longest(context, "brand_name", 127, "/payment_source/paypal/experience_context");
        foreach (string name in new[] { "return_url", "cancel_url" })
        {
            if (context.Text(name) is { } text && !Uri.TryCreate(text, UriKind.Absolute, out _))
            {
                throw PayPalRefusal.Invalid($"/payment_source/paypal/experience_context/{name}", "INVALID_PARAMETER_SYNTAX", "No address.");
            }
        }

        return (unit, amount);
    }

    private static void JudgeBreakdown(JsonObject breakdown, JsonObject unit, Money amount, string at)
    {
        decimal sum = 0;
        foreach ((string name, JsonNode? part) in breakdown)
        {
            Money money = PayPalMoney.Read(part, $"{at}/amount/breakdown/{name}");
            if (money.Currency != amount.Currency)
            {
                throw PayPalRefusal.Unprocessable(
                    "CURRENCY_MISMATCH", "All amounts must have one currency.", $"{at}/amount/breakdown/{name}");
            }

            sum += name is "discount" or "shipping_discount" ? -money.Amount : money.Amount;
        }

        if (sum != amount.Amount)
        {
            throw PayPalRefusal.Unprocessable(
                "AMOUNT_MISMATCH",
                "Should equal item_total + tax_total + shipping + handling + insurance - shipping_discount - discount.",
                $"{at}/amount/value");
        }

        if (unit["items"] is JsonArray { Count: > 0 } items)
        {
            decimal total = 0;
            decimal tax = 0;
            foreach (JsonNode? item in items)
            {
                JsonObject line = item as JsonObject
                    ?? throw PayPalRefusal.Invalid($"{at}/items", "MALFORMED_REQUEST_JSON", "An item is an object.");
                if (line.Text("name") is not { Length: <= 127 })
                {
                    throw PayPalRefusal.Invalid($"{at}/items/name", "INVALID_STRING_LENGTH", "1 to 127 characters.");
                }

                string? quantity = line.Text("quantity");
                if (quantity is null or { Length: > 10 }
                    || !long.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                    || count == 0)
                {
                    throw PayPalRefusal.Invalid($"{at}/items/quantity", "INVALID_PARAMETER_SYNTAX", "A whole number as a text.");
                }

                total += PayPalMoney.Read(line["unit_amount"], $"{at}/items/unit_amount").Amount * count;
                tax += line.ContainsKey("tax") ? PayPalMoney.Read(line["tax"], $"{at}/items/tax").Amount * count : 0;
            }

            if (!breakdown.ContainsKey("item_total")
                || total != PayPalMoney.Read(breakdown["item_total"], $"{at}/amount/breakdown/item_total").Amount)
            {
                throw PayPalRefusal.Unprocessable(
                    "ITEM_TOTAL_MISMATCH",
                    "Should equal sum of (unit_amount * quantity) across all items.",
                    $"{at}/amount/breakdown/item_total");
            }

            if (tax != 0 && (!breakdown.ContainsKey("tax_total") || tax != PayPalMoney.Read(breakdown["tax_total"], at).Amount))
            {
                throw PayPalRefusal.Unprocessable(
                    "TAX_TOTAL_MISMATCH", "Should equal sum of (tax * quantity) across all items.", $"{at}/amount/breakdown/tax_total");
            }
        }
    }

    private static void Longest(JsonObject? json, string name, int length, string at)
    {
        if (json.Text(name) is { } text && text.Length > length)
        {
            throw PayPalRefusal.Invalid($"{at}/{name}", "INVALID_STRING_MAX_LENGTH", $"At most {length} characters.");
        }
    }
}
