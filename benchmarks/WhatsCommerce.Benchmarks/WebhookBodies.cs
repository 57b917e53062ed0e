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

    public static byte[] TemplateStatus { get; } = Change("message_template_status_update", """
        {"event":"REJECTED","message_template_id":1689556908129835,"message_template_name":"abandoned_cart","message_template_language":"en","reason":"INVALID_FORMAT","message_template_category":"MARKETING","rejection_info":{"reason":"Two parameters meet.","recommendation":"Put words between them."}}
        """);

    public static byte[] AccountUpdate { get; } = Change("account_update", """
        {"event":"PARTNER_ADDED","waba_info":{"waba_id":"318426097713355","owner_business_id":"427019853661240","solution_id":"903744518220671","solution_partner_business_ids":["550171839264407","661283940571826"]}}
        """);

    public static byte[] EndOfACall { get; } = Change("calls", """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"16505550142"}],"calls":[{"id":"wacid.HBgLMTY1MDU1NTAxNDIVAgASGCAwQTJCRDYwNkEzQUNC","to":"15550170101","from":"16505550142","event":"terminate","direction":"USER_INITIATED","timestamp":"1762426800","status":"COMPLETED","start_time":"1762426700","end_time":"1762426800","duration":100}]}
        """);

    public static byte[] CallStatus { get; } = Change("calls", """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"statuses":[{"id":"wacid.HBgLMTY1MDU1NTAxNDIVAgASGCAwQTJCRDYwNkEzQUNC","type":"call","status":"RINGING","timestamp":"1762426800","recipient_id":"16505550142"}]}
        """);

    public static byte[] GroupJoined { get; } = Change("group_participants_update", """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"groups":[{"timestamp":"1762426800","group_id":"Y2FwaV9ncm91cDoxNTU1MDE3MDEwMToxMjAzNjMyMjI3NzE5NjMwNjcZD","type":"group_participants_add","reason":"invite_link","added_participants":[{"wa_id":"16505550142"}]}]}
        """);

    public static byte[] HistoryOfThousandMessages { get; } = Change("history", $$$"""
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{{{string.Join(',', Enumerable.Range(0, 100).Select(ThreadOf))}}}]}]}
        """);

    public static byte[] HistoryContent { get; } = Change("history", """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"messages":[{"from":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQUQyNTZGMTg4NEMwQjkzRTdBNgA=","timestamp":"1762426730","text":{"body":"Hello! Do you deliver on Sundays?"},"type":"text"}]}
        """);

    public static byte[] Echo { get; } = Change("smb_message_echoes", """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"message_echoes":[{"from":"15550170101","to":"16505550142","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQzQUQyNTZGMTg4NEMwQjkzRTdBNgA=","timestamp":"1762426730","type":"text","text":{"body":"We do, until six in the evening."}}]}
        """);

    /// <summary>1 KB, which is what signatures are measured over.</summary>
    public static byte[] Kilobyte { get; } = [.. Enumerable.Repeat(OrderOfTwoItems, 2).SelectMany(body => body).Take(1024)];

    private static string StatusesOf(int count) => $"\"statuses\":[{string.Join(',', Enumerable.Range(0, count).Select(StatusOf))}]";

    private static string StatusOf(int i) => $$$"""
        {"id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI{{{i:D6}}}RTVBQjE5Q0Y4MjdEMDY0QzYA","status":"delivered","timestamp":"{{{1762426900 + i}}}","recipient_id":"1650555{{{i % 10000:D4}}}","pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"free_customer_service"}}
        """;

    private static string ThreadOf(int i) => $$$"""
        {"id":"1650555{{{i:D4}}}","messages":[{{{string.Join(',', Enumerable.Range(0, 10).Select(j => PastMessageOf(i, j)))}}}]}
        """;

    private static string PastMessageOf(int i, int j) => $$$"""
        {"from":"{{{(j % 2 == 0 ? "15550170101" : $"1650555{i:D4}")}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI{{{i:D6}}}{{{j:D4}}}RTVBQjE5Q0Y4MjdENA==","timestamp":"1762426900","type":"text","text":{"body":"Thanks for your order, it left today."},"history_context":{"status":"READ"}}
        """;

    private static byte[] Change(string field, string value) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","time":1762426950,"changes":[{"value":{{{value}}},"field":"{{{field}}}"}]}]}
        """);

    private static byte[] Envelope(string value) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},{{{value}}}},"field":"messages"}]}]}
        """);
}
