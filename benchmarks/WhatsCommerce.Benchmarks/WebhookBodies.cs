using System.Text;

namespace WhatsCommerce.Benchmarks;

/// <summary>Bodies with the members that Meta sends and values of our own, minified and escaped as Meta does.</summary>
internal static class WebhookBodies
{
    public static byte[] OrderOfTwoItems { get; } = Envelope("""
        "contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"16505550142"}],"messages":[{"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTlDNEE3RjAyQjE2RTVEODIxRgA=","timestamp":"1762426800","type":"order","order":{"catalog_id":"318426097713355","text":"Can I pick it up after 5\/6 pm?","product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"}]}}]
        """);

    public static byte[] ProductQuestion { get; } = Envelope("""
        "contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"16505550142"}],"messages":[{"context":{"from":"15550170101","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGA9wcm9kdWN0X2lucXVpcnkA","referred_product":{"catalog_id":"318426097713355","product_retailer_id":"apple-1kg"}},"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTE3RDg0MEJDNTlFNjM3MkYwQQA=","timestamp":"1762426751","text":{"body":"Are these the sweet ones?"},"type":"text"}]
        """);

    public static byte[] Text { get; } = Envelope("""
        "contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"16505550142"}],"messages":[{"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQUQyNTZGMTg4NEMwQjkzRTdBNgA=","timestamp":"1762426730","text":{"body":"Hello! Do you deliver on Sundays?"},"type":"text"}]
        """);

    public static byte[] Status { get; } = Envelope(StatusesOf(1));

    public static byte[] ThousandStatuses { get; } = Envelope(StatusesOf(1000));

    /// <summary>1 KB, which is what signatures are measured over.</summary>
    public static byte[] Kilobyte { get; } = [.. Enumerable.Repeat(OrderOfTwoItems, 2).SelectMany(body => body).Take(1024)];

    private static string StatusesOf(int count) => $"\"statuses\":[{string.Join(',', Enumerable.Range(0, count).Select(StatusOf))}]";

    private static string StatusOf(int i) => $$$"""
        {"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI{{{i:D6}}}RTVBQjE5Q0Y4MjdEMDY0QzYA","status":"delivered","timestamp":"{{{1762426900 + i}}}","recipient_id":"1650555{{{i % 10000:D4}}}","pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"free_customer_service"}}
        """;

    private static byte[] Envelope(string value) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},{{{value}}}},"field":"messages"}]}]}
        """);
}
