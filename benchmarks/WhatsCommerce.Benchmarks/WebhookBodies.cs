using System.Text;

namespace WhatsCommerce.Benchmarks;

/// <summary>Bodies with the members that Meta sends and our own values, minified and escaped like Meta's.</summary>
internal static partial class WebhookBodies
{
    private const string Contact = "\"contacts\":[{\"profile\":{\"name\":\"Ren\\u00e9e O'Neil\"},\"wa_id\":\"16505550142\"}]";

    public static byte[] OrderOfTwoItems { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTlDNEE3RjAyQjE2RTVEODIxRgA=", """
        "type":"order","order":{"catalog_id":"318426097713355","text":"Can I pick it up after 5\/6 pm?","product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"}]}
        """);

    public static byte[] ProductQuestion { get; } = Messages("""
        {"context":{"from":"15550170101","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGA9wcm9kdWN0X2lucXVpcnkA","referred_product":{"catalog_id":"318426097713355","product_retailer_id":"apple-1kg"}},"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTE3RDg0MEJDNTlFNjM3MkYwQQA=","timestamp":"1762426751","text":{"body":"Are these the sweet ones?"},"type":"text"}
        """);

    public static byte[] Text { get; } = Messages("""
        {"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQUQyNTZGMTg4NEMwQjkzRTdBNgA=","timestamp":"1762426730","text":{"body":"Hello! Do you deliver on Sundays?"},"type":"text"}
        """);

    public static byte[] TextFromAd { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQUQyNTZGMTg4NEMwQjkzRTdBNwA=", """
        "type":"text","text":{"body":"Is the offer still on?"},"referral":{"source_url":"https:\/\/fb.example\/3xYz71","source_id":"120226305854810726","source_type":"ad","body":"Fresh bread every morning","headline":"Chat with us","media_type":"image","image_url":"https:\/\/img.example.com\/v\/t45\/71","ctwa_clid":"Aff-k2JxQ0mYw71vRr8sTn5dLh3pCz9bGe4uVq6oWi1aXyMfHjKtNlBgDcEsPr","welcome_message":{"text":"Hi there! How can we help?"}}
        """);

    public static byte[] ButtonReply { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTZBQzg0MzQ4QjRCM0NGNkVGMAA=", """
        "context":{"from":"15550170101","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI3MEM2RUJFNkI0RENGQTVDRjEA"},"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"pick-up","title":"I pick it up"}}
        """);

    public static byte[] FlowReply { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTZBQzg0MzQ4QjRCM0NGNkVGMQA=", """
        "context":{"from":"15550170101","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI3MEM2RUJFNkI0RENGQTVDRjIA"},"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"t-7120093455\",\"delivery\":\"morning\",\"people\":4}"}}
        """);

    public static byte[] Image { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0MQA=", """
        "type":"image","image":{"caption":"Do you have this one?","mime_type":"image\/jpeg","sha256":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=","id":"712009345501387256","url":"https:\/\/media.example.com\/attachments\/?mid=71200934"}
        """);

    public static byte[] Location { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTU2MjZEMDBGRkE3MENEMDE0MQA=", """
        "location":{"address":"Pariser Platz 1, 10117 Berlin","latitude":52.516274963331,"longitude":13.377722145669,"name":"At the gate","url":"https:\/\/gate.example.com\/"},"type":"location"
        """);

    public static byte[] Contacts { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0MgA=", """
        "type":"contacts","contacts":[{"name":{"first_name":"Ann","last_name":"Lee","formatted_name":"Ann B. Lee"},"org":{"company":"The Orchard"},"phones":[{"phone":"+1 (650) 555-0177","wa_id":"16505550177","type":"MOBILE"}],"emails":[{"email":"ann@example.com","type":"WORK"}]}]
        """);

    public static byte[] Reaction { get; } = OneMessage("wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0MwA=", """
        "type":"reaction","reaction":{"message_id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI0RTJEOTc2ODVERUY5RDlGNjEA","emoji":"\ud83d\udc4d"}
        """);

    public static byte[] Status { get; } = Statuses(1);

    public static byte[] ThousandStatuses { get; } = Statuses(1000);

    public static byte[] FailedStatus { get; } = Messaging("""
        "statuses":[{"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA","status":"failed","timestamp":"1762426888","recipient_id":"16505550142","errors":[{"code":131049,"title":"This message was not delivered to maintain healthy ecosystem engagement.","message":"This message was not delivered to maintain healthy ecosystem engagement.","error_data":{"details":"The customer had enough offers for today."},"href":"https:\/\/developers.facebook.com\/documentation\/error-codes"}]}]
        """);

    public static byte[] PaymentStatus { get; } = Messaging("""
        "statuses":[{"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUB","status":"captured","timestamp":"1762426890","recipient_id":"16505550142","type":"payment","payment":{"reference_id":"cart-7120093455","amount":{"value":21000,"offset":100},"currency":"INR","transaction":{"id":"order_KtM71","pg_transaction_id":"pay_KtM72","type":"razorpay","status":"success","created_timestamp":1762426700,"updated_timestamp":1762426710,"method":{"type":"upi"}},"receipt":"r-71","notes":{"shop":"north"}}}]
        """);

    /// <summary>Gets a body of 1 KB, for measuring signatures.</summary>
    public static byte[] Kilobyte { get; } = [.. Enumerable.Repeat(OrderOfTwoItems, 2).SelectMany(body => body).Take(1024)];

    private static byte[] Statuses(int count) =>
        Messaging($"\"statuses\":[{string.Join(',', Enumerable.Range(0, count).Select(StatusOf))}]");

    private static string StatusOf(int i) => $$$"""
        {"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI{{{i:D6}}}RTVBQjE5Q0Y4MjdEMDY0QzYA","status":"delivered","timestamp":"{{{1762426900 + i}}}","recipient_id":"1650555{{{i % 10000:D4}}}","pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"free_customer_service"}}
        """;

    private static byte[] OneMessage(string id, string payload) =>
        Messages($$"""{"from":"16505550142","id":"{{id}}","timestamp":"1762426800",{{payload}}}""");

    private static byte[] Messages(string message) =>
        Messaging($$"""{{Contact}},"messages":[{{message}}]""");

    private static byte[] Messaging(string members) => Change(Value(members), "messages");

    private static string Value(string members) => $$$"""
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},{{{members}}}}
        """;

    private static byte[] Change(string value, string field, string time = "") => Encoding.UTF8.GetBytes($$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240",{{time}}"changes":[{"value":{{value}},"field":"{{field}}"}]}]}
        """);
}
