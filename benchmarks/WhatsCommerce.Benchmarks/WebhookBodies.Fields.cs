namespace WhatsCommerce.Benchmarks;

internal static partial class WebhookBodies
{
    private const string EntryTime = "\"time\":1762426950,";

    public static byte[] TemplateStatus { get; } = Change(
        """
        {"event":"REJECTED","message_template_id":7120093455129832,"message_template_name":"cart_reminder","message_template_language":"en-US","reason":"INVALID_FORMAT","message_template_category":"UTILITY","rejection_info":{"reason":"The variables touch each other.","recommendation":"Put a word between them."}}
        """,
        "message_template_status_update",
        EntryTime);

    public static byte[] AccountUpdate { get; } = Change(
        """
        {"event":"PARTNER_APP_INSTALLED","waba_info":{"waba_id":"427019853661241","owner_business_id":"8812009347457253","partner_app_id":"5530021984471507","solution_id":"1715120619246901","solution_partner_business_ids":["7120093482047","7120093400222"]}}
        """,
        "account_update",
        EntryTime);

    public static byte[] Flow { get; } = Change(
        """
        {"event":"CLIENT_ERROR_RATE","message":"The flow client request error rate has reached the 10% threshold in the last 60 minutes.","flow_id":"712009342662581","error_rate":14.28,"threshold":10,"alert_state":"ACTIVATED","errors":[{"error_type":"INVALID_SCREEN_TRANSITION","error_rate":66.66,"error_count":2},{"error_type":"PUBLIC_KEY_MISSING","error_rate":33.33,"error_count":1}]}
        """,
        "flows",
        EntryTime);

    public static byte[] Call { get; } = Change(
        Value($$$"""
        {{{Contact}}},"calls":[{"id":"wacid.HBgLMTY1MDU1NTAxNDIVAgARGCAyODRQIAFRoA","to":"15550170101","from":"16505550142","event":"connect","timestamp":"1762426800","direction":"USER_INITIATED","deeplink_payload":"ad-71","cta_payload":"button-71","session":{"sdp_type":"offer","sdp":"v=0\r\no=- 80767 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\nm=audio 3482 UDP\/TLS\/RTP\/SAVPF 111\r\n"}}]
        """),
        "calls");

    public static byte[] Group { get; } = Change(
        Value("""
        "groups":[{"timestamp":"1762426800","group_id":"Y2FwaV9ncm91cDoxNTU1MDE3MDEwMToxMjAzNjMyMjI3NzE5NjMwNzEZD","type":"group_participants_add","reason":"invite_link","added_participants":[{"input":"16505550142","wa_id":"16505550142"},{"input":"16505550143","wa_id":"16505550143"}]}]
        """),
        "group_participants_update");

    public static byte[] History { get; } = Change(
        Value($$"""
        "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{{string.Join(',', Enumerable.Range(0, 5).Select(Thread))}}]}]
        """),
        "history");

    private static string Thread(int i) => $$$"""
        {"id":"1650555014{{{i}}}","messages":[{"from":"15550170101","to":"1650555014{{{i}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBIyNDlBOEI5QUQ4NDc0N0FCN{{{i}}}A","timestamp":"1739230955","type":"text","text":{"body":"Here is what you asked for."},"history_context":{"status":"READ"}},{"from":"1650555014{{{i}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgARGBI1RjNEYxMzAzMzQ5MkE{{{i}}}","timestamp":"1739230970","type":"text","text":{"body":"Thank you!"},"history_context":{"status":"READ"}}]}
        """;
}
