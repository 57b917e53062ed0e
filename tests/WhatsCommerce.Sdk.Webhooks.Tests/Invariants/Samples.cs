using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>A body for each kind of event, with all members that Meta documents for it and values of our own; one item in each.</summary>
internal static partial class Samples
{
    private const string Contact = """
        {"profile":{"name":"Ren\u00e9e O'Neil","username":"@renee"},"wa_id":"16505550142","user_id":"US.8812009347715510",
        "parent_user_id":"US.ENT.5530021984471","identity_key_hash":"h4sh"}
        """;

    private const string Media =
        "\"mime_type\":\"image\\/jpeg\",\"sha256\":\"q83vEjRWeJCrze8SNFZ4kA==\",\"id\":\"71200934\","
            + "\"url\":\"https:\\/\\/media.example.com\\/71\",\"caption\":\"From my garden\"";

    private const string Error = """
        {"code":131051,"title":"Unsupported","message":"Unsupported message",
        "error_data":{"details":"It is of a kind that is not supported."},"href":"https:\/\/example.com\/errors"}
        """;

    private static readonly Dictionary<string, string> MessagesByKind = new(StringComparer.Ordinal)
    {
        ["order"] = """ "order":{"catalog_id":"318426097713355","text":"Ring twice","product_items":"""
            + """[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},"""
            + """{"product_retailer_id":"7781","quantity":"1","item_price":"6","currency":"USD"}]} """,
        ["text"] = """ "text":{"body":"Do you deliver on Sundays?"} """,
        ["text from an ad"] = """ "type":"text","text":{"body":"Hello"},"referral":"""
            + """{"source_url":"https:\/\/fb.example\/1","source_id":"1202263","source_type":"ad","body":"Fresh bread","headline":"Chat """
            + """with us","media_type":"image","image_url":"https:\/\/img.example\/1","video_url":"https:\/\/"""
            + """vid.example\/1","thumbnail_url":"""
            + """ "https:\/\/thumb.example\/1","ctwa_clid":"Aff-71","ref":"spring","welcome_message":{"text":"How can we help?"}} """,
        ["text in a group"] = """ "type":"text","text":{"body":"Who else wants bread?"},"group_id":"Z3JvdXA6NzE" """,
        ["forwarded text"] = """ "type":"text","text":{"body":"Look"},"context":{"forwarded":true,"frequently_forwarded":true} """,
        ["question"] = """ "type":"text","text":{"body":"Are these sweet?"},"context":"""
            + """{"from":"15550170101","id":"wamid.shown","referred_product":"""
            + """{"catalog_id":"318426097713355","product_retailer_id":"apple-1kg"}} """,
        ["button"] = """ "button":{"payload":"stop-71","text":"Stop"},"context":{"from":"15550170101","id":"wamid.asked"} """,
        ["button reply"] = """ "type":"interactive","interactive":{"type":"button_reply","button_reply":"""
            + """{"id":"cancel-71","title":"Cancel"}},"context":{"from":"15550170101","id":"wamid.asked"} """,
        ["list reply"] = """ "type":"interactive","interactive":{"type":"list_reply","list_reply":"""
            + """{"id":"express","title":"Express","description":"Tomorrow"}} """,
        ["form"] = """ "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":"""
            + """{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"t-71\",\"seats\":4}"}} """,
        ["address"] = """ "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":"""
            + """{"name":"address_message","body":"Ren\u00e9e, 1 Orchard Rd","response_json":"{\"saved_address_id\":\"a1\",\"values\":"""
            + """{\"in_pin_code\":\"560001\",\"city\":\"Bengaluru\",\"name\":\"Ren\u00e9e\"}}"}} """,
        ["call permission"] = """ "type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":"""
            + """{"response":"accept","is_permanent":false,"expiration_timestamp":"1762513200","response_source":"user_action"}} """,
        ["payment method"] = """ "type":"interactive","interactive":{"type":"payment_method","payment_method":"""
            + """{"payment_method":"offsite_card_pay","payment_timestamp":1762426700"""
            + ""","reference_id":"cart-71","last_four_digits":"4242","credential_id":"991234"}} """,
        ["image"] = $$""" "image":{{{Media}}} """,
        ["video"] = $$""" "video":{{{Media}}} """,
        ["voice"] = """ "type":"audio","audio":"""
            + """{"mime_type":"audio\/ogg; """
            + """codecs=opus","sha256":"q83vEjRWeJCrze8SNFZ4kA==","id":"71200935","url":"https:\/\/media.example.com\/72","voice":true} """,
        ["document"] = $$""" "document":{{{Media}},"filename":"receipt.pdf"} """,
        ["sticker"] = $$""" "sticker":{{{Media}},"animated":true} """,
        ["location"] = """ "location":{"latitude":52.51627,"longitude":"13.37772","name":"Caf\u00e9 am Tor","address":"Pariser Platz """
            + """1","url":"https:\/\/cafe.example.com"} """,
        ["contacts"] = """ "contacts":[{"name":"""
            + """{"formatted_name":"Dr. Ann B. Lee """
            + """Jr.","first_name":"Ann","middle_name":"B.","last_name":"Lee","prefix":"Dr.","suffix":"Jr."},"org":"""
            + """{"company":"Orchard","department":"Sales","title":"Head"},"phones":"""
            + """[{"phone":"+1 650 555 0177","wa_id":"16505550177","type":"WORK"}],"emails":[{"email":"ann@example.com","type":"WORK"}]"""
            + ""","addresses":"""
            + """[{"street":"1 Orchard Rd","city":"Yakima","state":"WA","zip":"98901","country":"USA","country_code":"us","type":"WORK"}]"""
            + ""","urls":[{"url":"https:\/\/example.com","type":"WORK"}],"birthday":"1990-02-28"}] """,
        ["reaction"] = """ "reaction":{"message_id":"wamid.sent","emoji":"\ud83d\udc4d"} """,
        ["system"] = """ "system":"""
            + """{"body":"Ren\u00e9e changed """
            + """numbers","wa_id":"16505550143","type":"user_changed_number","user_id":"US.8812009347715511","parent_user_id":"US.ENT."""
            + """5530021984472","previous_user_id":"US.8812009347715510","previous_parent_user_id":"US.ENT.5530021984471"} """,
        ["edit"] = """ "edit":{"original_message_id":"wamid.first","message":{"type":"text","text":{"body":"Two loaves"},"context":"""
            + """{"id":"wamid.asked"}}} """,
        ["revoke"] = """ "revoke":{"original_message_id":"wamid.first"} """,
        ["unsupported"] = $$""" "errors":[{{Error}}],"unsupported":{"type":"poll"} """,
        ["media_placeholder"] = """ "type":"media_placeholder" """,
        ["request_welcome"] = """ "type":"request_welcome" """,
    };

    private static readonly Dictionary<string, string> StatusesByKind = new(StringComparer.Ordinal)
    {
        ["sent"] =
            """ "recipient_id":"16505550142","recipient_user_id":"US.8812009347715510","recipient_parent_user_id":"US.ENT."""
            + """5530021984471","biz_opaque_callback_data":"cart-71","conversation":{"id":"c0ffee","expiration_timestamp":"""
            + """ "1762513300","origin":{"type":"service"}},"pricing":{"billable":true,"pricing_model":"""
            + """ "PMP","type":"free_customer_service","category":"service"} """,
        ["failed"] = $$""" "recipient_id":"16505550142","errors":[{{Error}}] """,
        ["read"] = """ "recipient_id":"Z3JvdXA6NzE","recipient_type":"group","recipient_participant_id":"16505550142","pricing":"""
            + """{"billable":"false","pricing_model":"CBP","category":"group_service"} """,
        ["captured"] = """ "type":"payment","recipient_id":"16505550142","payment":{"reference_id":"cart-71","amount":"""
            + """{"value":21000,"offset":100},"currency":"INR","transaction":"""
            + """{"id":"order-71","pg_transaction_id":"pay-71","type":"razorpay","status":"success","created_timestamp":1762426700"""
            + ""","updated_timestamp":"1762426710","method":{"type":"upi"},"error":{"code":"none","reason":"none"}}"""
            + ""","receipt":"r-71","notes":{"shop":"north","till":"4"},"udf1":"one","refunds":[{"id":"refund-71","amount":"""
            + """{"value":100,"offset":100},"speed_processed":"instant","status":"success","created_timestamp":1762426800"""
            + ""","updated_timestamp":1762426810}]} """,
    };

    /// <summary>The kinds of all samples.</summary>
    public static IEnumerable<string> Names =>
        [
            .. MessagesByKind.Keys.Select(kind => $"message: {kind}"),
            .. StatusesByKind.Keys.Select(kind => $"status: {kind}"),
            .. ValuesByField.Keys];

    /// <summary>The body of a kind, read anew each time.</summary>
    public static JsonNode Load(string name) => JsonNode.Parse(Json(name))!;

    public static string Json(string name) => name.Split(": ") switch
    {
        ["message", var kind] => Bodies.Envelope(Bodies.Change(Value($"\"messages\":[{Message(kind, MessagesByKind[kind])}]"))),
        ["status", var kind] => Bodies.Envelope(Bodies.Change(Value($"\"statuses\":[{Status(kind, StatusesByKind[kind])}]"))),
        _ => Field(name.Split(' ')[0], ValuesByField[name]),
    };

    private static string Value(string items) => ValueWithoutContacts($"\"contacts\":[{Contact}],{items}");

    private static string ValueWithoutContacts(string items) =>
        $$"""{"messaging_product":"whatsapp","metadata":{{Bodies.Metadata}},{{items}}}""";

    private static string Message(string kind, string payload)
    {
        string type = payload.Contains("\"type\":\"" + kind, StringComparison.Ordinal)
            || payload.TrimStart().StartsWith("\"type\"", StringComparison.Ordinal)
            ? ""
            : $"\"type\":\"{kind}\",";
        return $$"""{"from":"16505550142","from_user_id":"US.8812009347715510","from_parent_user_id":"US.ENT."""
            + $$"""5530021984471","id":"wamid.71","timestamp":"1762426800",{{type}}{{payload}}}""";
    }

    private static string Status(string status, string more) =>
        $$"""{"id":"wamid.sent","status":"{{status}}","timestamp":"1762426900",{{more}}}""";

    private static string Field(string field, string value) =>
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"427019853661240","time":1762426950,"changes":"""
            + $$"""[{{Bodies.Change(value, field)}}]}]}""";
}
