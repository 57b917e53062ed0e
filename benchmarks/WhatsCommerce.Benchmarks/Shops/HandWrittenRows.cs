using System.Globalization;
using System.Text.Json;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>The documents of the baseline's rows: the members that the SDK stores, put together as text.</summary>
internal static class HandWrittenRows
{
    public static string Cart(string id, string customer, string from, string message, string lines, long now, string state, string more) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"shop_id":"shop","id":"{{id}}","customer":"{{customer}}","to":"+{{from}}","phone_number_id":"{{CartDeliveries.PhoneNumberId}}","message_id":"{{message}}","catalog_id":"{{CartDeliveries.CatalogId}}","state":"{{state}}","lines":{{lines}},"language":"en","answers":[],{{more}}"created_at":{{now}},"expires_at":{{now + 2_592_000_000}},"version":0}
            """);

    public static string Event(string id, string customer, long now, string more) => string.Create(CultureInfo.InvariantCulture, $$"""
        {{{more}},"id":"{{id}}","shop_id":"shop","customer":"{{customer}}","phone_number_id":"{{CartDeliveries.PhoneNumberId}}","at":{{now}}}
        """);

    public static string Order(
        string id,
        string number,
        string cart,
        string customer,
        string to,
        string lines,
        long paid,
        string attempt,
        long now,
        string state) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"shop_id":"shop","id":"{{id}}","number":"{{number}}","cart_id":"{{cart}}","customer":"{{customer}}","to":"{{to}}","phone_number_id":"{{CartDeliveries.PhoneNumberId}}","answers":[],"language":"en","state":"{{state}}","quote":{"currency":"USD","lines":{{lines}},"discount":{"minor":0,"currency":"USD"},"shipping":{"minor":0,"currency":"USD"},"tax":{"minor":0,"currency":"USD"},"prices_include_tax":true,"valid_until":{{now + 1_800_000}}},"attempt_id":"{{attempt}}","paid":{"minor":{{paid}},"currency":"USD"},"refunded":{"minor":0,"currency":"USD"},"refunds_reserved":{"minor":0,"currency":"USD"},"created_at":{{now}},"version":0}
            """);

    public static string Attempt(string id, string order, long amount, long now, string state, string more) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            {"shop_id":"shop","id":"{{id}}","order_id":"{{order}}","provider":"instant","state":"{{state}}","amount":{"minor":{{amount}},"currency":"USD"},{{more}}"is_disputed":false,"is_approved":false,"created_at":{{now}},"expires_at":{{now + 1_800_000}},"check_at":{{now + 60_000}},"checks":0,"version":0}
            """);

    /// <summary>The lines of a cart, of the items in a webhook.</summary>
    public static string Lines(JsonElement items) => $"[{string.Join(',', items.EnumerateArray().Select(item => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"retailer_id":"{{{item.GetProperty("product_retailer_id").GetString()}}}","quantity":{{{item.GetProperty("quantity").GetInt32()}}},"shown_price":{"minor":{{{(long)(item.GetProperty("item_price").GetDecimal() * 100)}}},"currency":"USD"}}""")))}]";

    /// <summary>The lines of a quote, and their sum.</summary>
    public static (string Lines, long Total) Quote(JsonElement lines, Dictionary<string, (string Name, long Price)> prices)
    {
        long total = 0;
        List<string> quoted = [];
        foreach (JsonElement line in lines.EnumerateArray())
        {
            string id = line.GetProperty("retailer_id").GetString()!;
            int quantity = line.GetProperty("quantity").GetInt32();
            (string name, long price) = prices[id];
            if (line.GetProperty("shown_price").GetProperty("minor").GetInt64() != price)
            {
                throw new InvalidOperationException("The device showed another price.");
            }

            total += price * quantity;
            quoted.Add(string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"retailer_id":"{{{id}}}","name":"{{{name}}}","unit_price":{"minor":{{{price}}},"currency":"USD"},"quantity":{{{quantity}}}}"""));
        }

        return ($"[{string.Join(',', quoted)}]", total);
    }
}
