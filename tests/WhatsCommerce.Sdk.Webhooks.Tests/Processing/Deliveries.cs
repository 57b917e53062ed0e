using System.Text;

namespace WhatsCommerce.Tests;

/// <summary>Bodies of deliveries as Meta sends them: minified, with everything beyond ASCII escaped.</summary>
internal static class Deliveries
{
    /// <summary>The number of the customer who writes in all of them; no log may hold it.</summary>
    public const string CustomerPhone = "16505550123";

    /// <summary>What the customer writes; no log may hold it.</summary>
    public const string CustomerText = "Gr\\u00fc\\u00dfe \\ud83c\\udf4e ripe\\/sweet?";

    /// <summary>An id as long as real ones, which encode the customer's number in base64 at their beginning.</summary>
    public const string LongId = "wamid.HBgLMTY1MDU1NTAxMjMVAgASGBQzQTREMDhBMTJCMTdFNTk5QkM0NgA=";

    public static byte[] Orders(params ReadOnlySpan<string> ids) => Messages(ids, """
        "type":"order","order":{"catalog_id":"146265584024623",
        "product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.5,"currency":"EUR"}]}
        """);

    public static byte[] Texts(params ReadOnlySpan<string> ids) =>
        Messages(ids, $$""" "type":"text","text":{"body":"{{CustomerText}}"} """);

    public static byte[] Question(string id) => Messages([id], $$$"""
        "type":"text","text":{"body":"{{{CustomerText}}}"},
        "context":{"referred_product":{"catalog_id":"146265584024623","product_retailer_id":"apple-1kg"}}
        """);

    public static byte[] OfUnknownType(string id) => Messages([id], """ "type":"hologram","hologram":{"depth":3} """);

    public static byte[] Malformed(string id) => Messages([id], """ "type":"order","order":{"catalog_id":"146265584024623"} """);

    public static byte[] Statuses(params ReadOnlySpan<string> ids) => Value("statuses", ids, $$"""
        "status":"read","timestamp":"1767225600","recipient_id":"{{CustomerPhone}}"
        """);

    /// <summary>Texts of several customers, each known by a phone number, by a user id (such as <c>US.1</c>), or by both.</summary>
    public static byte[] TextsOf(params ReadOnlySpan<(string Id, string? Phone, string? User)> messages)
    {
        StringBuilder items = new();
        foreach ((string id, string? phone, string? user) in messages)
        {
            items.Append(items.Length == 0 ? "" : ",").Append("{\"id\":\"").Append(id).Append('"')
                .Append(phone is null ? "" : $",\"from\":\"{phone}\"").Append(user is null ? "" : $",\"from_user_id\":\"{user}\"")
                .Append(""","timestamp":"1767225600","type":"text","text":{"body":"Hello"}}""");
        }

        return Encoding.ASCII.GetBytes(
            ("""{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":"""
                + """{"metadata":{"phone_number_id":"106540352242922"},"messages":[@items]}}]}]}""")
            .Replace("@items", items.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Changes of an account, which concern no customer, in a field that nobody knows yet.</summary>
    public static byte[] OfAccount(string account, params ReadOnlySpan<string> news) => Encoding.ASCII.GetBytes(
        """{"object":"whatsapp_business_account","entry":[{"id":"@account","time":1767225600,"changes":[@changes]}]}"""
        .Replace("@account", account, StringComparison.Ordinal)
        .Replace(
            "@changes",
            string.Join(',', news.ToArray().Select(one => $$$"""{"field":"account_weather","value":{"news":"{{{one}}}"}}""")),
            StringComparison.Ordinal));

    private static byte[] Messages(ReadOnlySpan<string> ids, string members) =>
        Value("messages", ids, $$""" "from":"{{CustomerPhone}}","timestamp":"1767225600",{{members.Trim()}} """);

    private static byte[] Value(string member, ReadOnlySpan<string> ids, string members)
    {
        StringBuilder items = new();
        foreach (string id in ids)
        {
            items.Append(items.Length == 0 ? "" : ",").Append("{\"id\":\"").Append(id).Append("\",").Append(members.Trim()).Append('}');
        }

        return Encoding.ASCII.GetBytes(
            ("""{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":"""
                + """{"messaging_product":"whatsapp","metadata":"""
                + """{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Ada"}"""
                + ""","wa_id":"16505550123"}],"@member":[@items]}}]}]}""")
            .Replace("@member", member, StringComparison.Ordinal)
            .Replace("@items", items.ToString(), StringComparison.Ordinal));
    }
}
