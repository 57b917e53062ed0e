using System.Text;
using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Bodies of deliveries with values of our own, made of parts so that a test shows only what it is about.</summary>
internal static class Bodies
{
    public const string Metadata = """{"display_phone_number":"15550170101","phone_number_id":"113907458826031"}""";

    public const string Contact = """{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"16505550142"}""";

    public const string Item = """{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"}""";

    public static string Order(string items = Item, string id = "wamid.order") => $$$"""
        {"from":"16505550142","id":"{{{id}}}","timestamp":"1762426800","type":"order",
        "order":{"catalog_id":"318426097713355","text":"Ring twice","product_items":[{{{items}}}]}}
        """;

    public static string Text(string body = "Hello!", string id = "wamid.text") => $$$"""
        {"from":"16505550142","id":"{{{id}}}","timestamp":"1762426800","type":"text","text":{"body":"{{{body}}}"}}
        """;

    public static string Question(string payload = "\"text\":{\"body\":\"Are these sweet?\"}", string type = "text") => $$$"""
        {"context":{"from":"15550170101","id":"wamid.shown","referred_product":{"catalog_id":"318426097713355","product_retailer_id":
        "apple-1kg"}},"from":"16505550142","id":"wamid.question","timestamp":"1762426751","type":"{{{type}}}",{{{payload}}}}
        """;

    public static string Status(string more = "", string status = "delivered", string id = "wamid.sent") => $$"""
        {"id":"{{id}}","status":"{{status}}","timestamp":"1762426900","recipient_id":"16505550142"{{more}}}
        """;

    public static string Messages(params IEnumerable<string> messages) => Value($"\"messages\":[{string.Join(',', messages)}]");

    public static string Statuses(params IEnumerable<string> statuses) => Value($"\"statuses\":[{string.Join(',', statuses)}]");

    public static string Value(string members) => Envelope(Change($$"""
        {"messaging_product":"whatsapp","metadata":{{Metadata}},"contacts":[{{Contact}}],{{members}}}
        """));

    public static string Change(string value, string field = "messages") => $$"""{"value":{{value}},"field":"{{field}}"}""";

    public static string Envelope(params IEnumerable<string> changes) => Entries(Entry(changes));

    public static string Entry(params IEnumerable<string> changes) =>
        $$"""{"id":"427019853661240","changes":[{{string.Join(',', changes)}}]}""";

    public static string Entries(params IEnumerable<string> entries) =>
        $$"""{"object":"whatsapp_business_account","entry":[{{string.Join(',', entries)}}]}""";

    /// <summary>One of each: order, question, text, status with all its parts, image, errors of the value, another field.</summary>
    public static string Everything { get; } = Entries(
        Entry(
            Change($$$"""
                {"messaging_product":"whatsapp","metadata":{{{Metadata}}},"contacts":[{{{Contact}}}],
                "messages":[{{{Order($"{Item},{Item}")}}},{{{Question()}}},{{{Text("\\ud83c\\udf4e \\u00e9 \\/")}}},{"from":"16505550142",
                "id":"wamid.image","timestamp":"1762426801","type":"image","image":{"id":"71","mime_type":"image\/jpeg"}}]}
                """),
            Change($$$"""
                {"messaging_product":"whatsapp","metadata":{{{Metadata}}},
                "statuses":[{{{Status(FullStatus)}}},{{{Status(FailedStatus, "failed")}}}]}
                """)),
        Entry(Change("""{"event":"VERIFIED_ACCOUNT","phone_number":"15550170101"}""", "account_update")));

    public const string FullStatus = """
        ,"biz_opaque_callback_data":"cart-71",
        "conversation":{"id":"c0ffee","expiration_timestamp":"1762513300","origin":{"type":"service"}},
        "pricing":{"billable":true,"pricing_model":"PMP","type":"free_customer_service","category":"service"}
        """;

    public const string FailedStatus = """
        ,"errors":[{"code":131026,"title":"Message undeliverable","message":"Message undeliverable",
        "error_data":{"details":"The app is too old."},"href":"https:\/\/developers.facebook.com\/documentation\/error-codes"}]
        """;

    public static byte[] Bytes(this string json) => Encoding.UTF8.GetBytes(json);

    public static WebhookNotification Parse(string json) => WebhookParser.Parse(json.Bytes());

    public static WebhookEvent ParseOne(string json) => Assert.Single(Parse(json).Events);

    public static T ParseOne<T>(string json)
        where T : WebhookEvent => Assert.IsType<T>(ParseOne(json));

    /// <summary>What makes up an event, without the bytes that it came in, as JSON for comparison.</summary>
    public static string Text(this JsonElement element) => element.GetRawText();
}
