namespace WhatsCommerce.Testing;

/// <summary>The lines of a Checkout Session, as <c>line_items</c> and <c>shipping_options</c> give them.</summary>
internal static class StripeLines
{
    // Source: docs.stripe.com/api/checkout/sessions/create, line_items in payment mode.
    private const int MostLines = 100;

    public static (long Total, string Currency) Judge(JsonObject form)
    {
        IReadOnlyList<JsonNode> lines = form.Items("line_items");
        if (lines.Count == 0)
        {
            throw new StripeRefusal("You must pass line_items in payment mode.") { Param = "line_items", Code = "parameter_missing" };
        }

        if (lines.Count > MostLines)
        {
            throw new StripeRefusal($"You can pass at most {MostLines} line items.") { Param = "line_items" };
        }

        string? currency = null;
        long total = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            string at = FormattableString.Invariant($"line_items[{i}]");
            JsonObject line = lines[i] as JsonObject ?? throw new StripeRefusal("Invalid object") { Param = at };
            JsonObject price = line.Object("price_data")
                ?? throw new StripeRefusal("The local Stripe has no prices: use price_data.") { Param = $"{at}[price]" };
            string own = Required(price, "currency", $"{at}[price_data][currency]");
            if (!own.All(char.IsAsciiLetterLower) || !new Currency(own).IsKnown)
            {
                throw new StripeRefusal($"Invalid currency: {own}.") { Param = $"{at}[price_data][currency]" };
            }

            if (currency is not null && currency != own)
            {
                throw new StripeRefusal("All line items must have the same currency.") { Param = at };
            }

            currency = own;
            _ = Required(price.Object("product_data"), "name", $"{at}[price_data][product_data][name]");
            long amount = price.Whole("unit_amount", $"{at}[price_data][unit_amount]")
                ?? throw Missing($"{at}[price_data][unit_amount]");
            long quantity = line.Whole("quantity", $"{at}[quantity]") ?? throw Missing($"{at}[quantity]");
            if (amount is < 0 or > 99_999_999 || quantity is < 1 or > 999_999_999)
            {
                throw new StripeRefusal("Invalid non-negative integer") { Param = at, Code = "parameter_invalid_integer" };
            }

            // Neither product nor sum leaves 64 bits.
            total = checked((long)Math.Min(total + (decimal)amount * quantity, long.MaxValue / 2));
        }

        total += Shipping(form);
        if (total > 99_999_999)
        {
            throw new StripeRefusal("The total amount is too large.") { Code = "amount_too_large", Param = "line_items" };
        }

        string code = currency!.ToUpperInvariant();
        return StripeMoney.Judge(total, code) is { } refusal ? throw refusal : (total, code);
    }

    /// <summary>The costs of the first shipping option: that is what a customer gets who chooses nothing.</summary>
    public static long Shipping(JsonObject form) =>
        form.Items("shipping_options") is [JsonObject option, ..]
            && option.Object("shipping_rate_data").Object("fixed_amount").Whole("amount", "shipping_options[0]") is { } amount
            ? Math.Clamp(amount, 0, 99_999_999)
            : 0;

    /// <summary>The list of <c>GET /v1/checkout/sessions/{id}/line_items</c>.</summary>
    public static JsonArray ToJson(LocalCheckout checkout)
    {
        JsonArray list = [];
        foreach (JsonNode item in checkout.Request.Items("line_items"))
        {
            JsonObject? line = item as JsonObject;
            JsonObject? price = line.Object("price_data");
            long amount = price.Whole("unit_amount")!.Value;
            long quantity = line.Whole("quantity")!.Value;
            list.Add((JsonNode)new JsonObject
            {
                ["id"] = FormattableString.Invariant($"li_{checkout.Id[^12..]}{list.Count}"),
                ["object"] = "item",
                ["amount_discount"] = 0,
                ["amount_subtotal"] = amount * quantity,
                ["amount_tax"] = 0,
                ["amount_total"] = amount * quantity,
                ["currency"] = price.Text("currency"),
                ["description"] = price.Object("product_data").Text("name"),
                ["quantity"] = quantity,
            });
        }

        return list;
    }

    private static string Required(JsonObject? form, string name, string param) => form.Text(name) ?? throw Missing(param);

    private static StripeRefusal Missing(string param) =>
        new($"Missing required param: {param}.") { Param = param, Code = "parameter_missing" };
}
