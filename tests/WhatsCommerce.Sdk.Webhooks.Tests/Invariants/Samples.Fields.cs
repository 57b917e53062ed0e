namespace WhatsCommerce.Tests.Invariants;

internal static partial class Samples
{
    /// <summary>The values of all other fields; what follows the field's name after a blank only tells the samples apart.</summary>
    private static readonly Dictionary<string, string> ValuesByField = new(StringComparer.Ordinal)
    {
        ["messages errors"] = $$"""{"messaging_product":"whatsapp","metadata":{{Bodies.Metadata}},"errors":[{{Error}}]}""",
        ["message_template_status_update"] = """
            {"event":"REJECTED","message_template_id":7120093455,"message_template_name":"cart_reminder",
            "message_template_language":"en_US","reason":"INVALID_FORMAT","message_template_category":"UTILITY",
            "disable_info":{"disable_date":"1762426000"},"other_info":{"title":"Locked","description":"Too many complaints"},
            "rejection_info":{"reason":"The variables touch each other.","recommendation":"Put a word between them."}}
            """,
        ["message_template_quality_update"] = """
            {"previous_quality_score":"GREEN","new_quality_score":"YELLOW","message_template_id":7120093455,
            "message_template_name":"cart_reminder","message_template_language":"en_US"}
            """,
        ["message_template_components_update"] = """
            {"message_template_id":7120093455,"message_template_name":"cart_reminder","message_template_language":"en_US",
            "message_template_title":"Still hungry?","message_template_element":"Your cart waits, {{1}}.",
            "message_template_footer":"The Orchard","message_template_buttons":[{"message_template_button_type":"URL",
            "message_template_button_text":"Shop","message_template_button_url":"https:\/\/example.com\/shop"},
            {"message_template_button_type":"PHONE_NUMBER","message_template_button_text":"Call",
            "message_template_button_phone_number":"+15550170101"}]}
            """,
        ["template_category_update"] = """
            {"message_template_id":7120093455,"message_template_name":"cart_reminder","message_template_language":"en_US",
            "previous_category":"UTILITY","new_category":"MARKETING","correct_category":"MARKETING","category_update_timestamp":1762513200}
            """,
        ["template_correct_category_detection"] = """
            {"message_template_id":7120093455,"message_template_name":"cart_reminder","message_template_language":"en_US",
            "category":"UTILITY","correct_category":"MARKETING"}
            """,
        ["business_status_update"] = """{"business_id":88120093,"event":"COMPROMISED_NOTIFICATION"}""",
        ["account_settings_update"] = """
            {"messaging_product":"whatsapp","timestamp":"1762426800","type":"phone_number_settings",
            "phone_number_settings":{"phone_number_id":"113907458826031","calling":{"status":"ENABLED","call_icon_visibility":"DEFAULT",
            "callback_permission_status":"DISABLED","call_hours":{"status":"ENABLED","timezone_id":"America\/Montevideo",
            "weekly_operating_hours":[{"day_of_week":"TUESDAY","open_time":"0830","close_time":"1745"}],
            "holiday_schedule":[{"date":"2026-12-24","start_time":"0900","end_time":"1200"}]},
            "sip":{"status":"ENABLED","servers":[{"hostname":"sip.orchard.example","port":5061}]}}}}
            """,
        ["account_update violation"] = """
            {"phone_number":"15550170101","event":"ACCOUNT_VIOLATION",
            "violation_info":{"violation_type":"ALCOHOL","remediation":"Remove the wine."}}
            """,
        ["account_update restriction"] = """
            {"phone_number":"15550170101","event":"ACCOUNT_RESTRICTION",
            "restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1762513200,"remediation":"Wait."}]}
            """,
        ["account_update partner"] = """
            {"event":"PARTNER_APP_INSTALLED","waba_info":{"waba_id":"427019853661241","owner_business_id":"88120093",
            "partner_app_id":"5530021","solution_id":"99123","solution_partner_business_ids":["7120","7121"],"ad_account_id":"act_71"}}
            """,
        ["account_update tier"] = """
            {"event":"VOLUME_BASED_PRICING_TIER_UPDATE","volume_tier_info":{"tier_update_time":1762426000,"pricing_category":"UTILITY",
            "tier":"100001:1000000","effective_month":"2026-01","region":"India"}}
            """,
        ["account_update ban"] =
            """{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"November 6, 2025"}}""",
        ["account_update rate"] = """
            {"event":"AUTH_INTL_PRICE_ELIGIBILITY_UPDATE","auth_international_rate_eligibility":{"start_time":1762426000,
            "exception_countries":[{"country_code":"ID","start_time":1762427000}]}}
            """,
        ["account_update certification"] = """
            {"event":"PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE","partner_client_certification_info":{"client_business_id":"88120093",
            "status":"DISCARDED","rejection_reasons":["LEGAL_NAME_NOT_FOUND_IN_DOCUMENTS"]}}
            """,
        ["account_update country"] = """{"event":"BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE","country":"IN"}""",
        ["account_alerts"] = """
            {"entity_type":"BUSINESS","entity_id":"88120093","alert_info":{"alert_severity":"WARNING","alert_status":"ACTIVE",
            "alert_type":"INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED","alert_description":"Send more first."}}
            """,
        ["account_review_update"] = """{"decision":"APPROVED"}""",
        ["business_capability_update"] = """
            {"max_daily_conversation_per_phone":2000,"max_daily_conversations_per_business":2000,"max_phone_numbers_per_business":20,
            "max_phone_numbers_per_waba":25}
            """,
        ["phone_number_name_update"] = """
            {"display_phone_number":"15550170101","decision":"REJECTED","requested_verified_name":"The Orchard",
            "rejection_reason":"NAME_NOT_CONSISTENT"}
            """,
        ["phone_number_quality_update"] = """
            {"display_phone_number":"15550170101","event":"UPGRADE","current_limit":"TIER_10K","old_limit":"TIER_1K",
            "max_daily_conversations_per_business":"TIER_10K"}
            """,
        ["payment_configuration_update"] = """
            {"configuration_name":"orchard-pay","provider_name":"razorpay","provider_mid":"mid-71","status":"Active",
            "created_timestamp":1762426000,"updated_timestamp":1762426100}
            """,
        ["security"] = """{"display_phone_number":"15550170101","event":"PIN_CHANGED","requester":"61555071"}""",
        ["user_preferences"] = Value("""
            "user_preferences":[{"wa_id":"16505550142","user_id":"US.8812009347715510","detail":"No more offers",
            "category":"marketing_messages","value":"stop","timestamp":1762426800}]
            """),
        ["flows status"] =
            """{"event":"FLOW_STATUS_CHANGE","message":"Published","flow_id":"71200936","old_status":"DRAFT","new_status":"PUBLISHED"}""",
        ["flows errors"] = """
            {"event":"CLIENT_ERROR_RATE","message":"Too many errors","flow_id":"71200936","error_rate":14.25,"threshold":10,
            "alert_state":"ACTIVATED","errors":[{"error_type":"TIMEOUT","error_rate":66.5,"error_count":2}]}
            """,
        ["flows latency"] = """
            {"event":"ENDPOINT_LATENCY","message":"Slow","flow_id":"71200936","p90_latency":8000,"p50_latency":500,"requests_count":34,
            "threshold":7000,"alert_state":"ACTIVATED"}
            """,
        ["calls connect"] = Value("""
            "calls":[{"id":"wacid.71","from":"16505550142","from_user_id":"US.8812009347715510","to":"15550170101","event":"connect",
            "timestamp":"1762426800","direction":"USER_INITIATED","deeplink_payload":"ad-71","cta_payload":"button-71",
            "biz_opaque_callback_data":"cart-71","session":{"sdp_type":"offer","sdp":"v=0\r\n"}}]
            """),
        ["calls terminate"] = Value("""
            "calls":[{"id":"wacid.71","from":"15550170101","to":"16505550142","event":"terminate","timestamp":"1762426800",
            "direction":"BUSINESS_INITIATED","status":"COMPLETED","start_time":"1762426700","end_time":"1762426790","duration":90}]
            """),
        ["calls status"] = Value("""
            "statuses":[{"id":"wacid.71","type":"call","status":"RINGING","timestamp":"1762426800","recipient_id":"16505550142"}]
            """),
        ["group_lifecycle_update"] = ValueWithoutContacts($$"""
            "groups":[{"timestamp":"1762426800","group_id":"Z3JvdXA6NzE","type":"group_create","request_id":"r71","subject":"Bread",
            "description":"Bread on Sundays","invite_link":"https:\/\/chat.example.com\/71","join_approval_mode":"auto_approve",
            "errors":[{{Error}}]}]
            """),
        ["group_participants_update"] = ValueWithoutContacts($$"""
            "groups":[{"timestamp":"1762426800","group_id":"Z3JvdXA6NzE","type":"group_participants_add","request_id":"r71",
            "reason":"invite_link","initiated_by":"participant","added_participants":[{"input":16505550142,"wa_id":16505550142}],
            "removed_participants":[{"input":"16505550143","wa_id":"16505550143"}],
            "failed_participants":[{"input":"16505550144","errors":[{{Error}}]}]}]
            """),
        ["group_settings_update"] = ValueWithoutContacts($$"""
            "groups":[{"timestamp":"1762426800","group_id":"Z3JvdXA6NzE","type":"group_settings_update","request_id":"r71",
            "profile_picture":{"mime_type":"image\/jpeg","sha256":"q83v","update_successful":true},"group_subject":{"text":"Bread",
            "update_successful":true},"group_description":{"text":"On Sundays","update_successful":false,"errors":[{{Error}}] } }]
            """),
        ["group_status_update"] = ValueWithoutContacts("""
            "groups":[{"timestamp":"1762426800","group_id":"Z3JvdXA6NzE","type":"group_suspend"}]
            """),
        ["history"] = ValueWithoutContacts("""
            "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{"id":"16505550142",
            "messages":[{"from":"15550170101","to":"16505550142","id":"wamid.old","timestamp":"1739230955","type":"text",
            "text":{"body":"Welcome"},"history_context":{"status":"READ"}},{"from":"16505550142","id":"wamid.old2","timestamp":"1739230970",
            "type":"media_placeholder","history_context":{"status":"PLAYED"}}]}]}]
            """),
        ["history media"] = ValueWithoutContacts(
            $$""" "messages":[{"from":"16505550142","id":"wamid.old2","timestamp":"1739230970","type":"image","image":{{{Media}} } }] """),
        ["history errors"] = ValueWithoutContacts($$""" "history":[{"errors":[{{Error}}] }] """),
        ["smb_message_echoes"] = ValueWithoutContacts("""
            "message_echoes":[{"from":"15550170101","to":"16505550142","id":"wamid.echo","timestamp":"1762426800","type":"text",
            "text":{"body":"On its way"}}]
            """),
        ["smb_app_state_sync"] = ValueWithoutContacts("""
            "state_sync":[{"type":"contact","contact":{"full_name":"Ann Lee","first_name":"Ann","phone_number":"16505550177"},
            "action":"add","metadata":{"timestamp":"1762426800"}}]
            """),
        ["business_username_updates"] = """{"display_phone_number":"15550170101","username":"the_orchard","status":"approved"}""",
        ["automatic_events"] = ValueWithoutContacts("""
            "automatic_events":[{"id":"wamid.71","event_name":"Purchase","timestamp":1762426800,"ctwa_clid":"Aff-71",
            "custom_data":{"currency":"USD","value":25000}}]
            """),
        ["standby"] = """
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},
            "standby":{"messages":[{"from":"16505550142","id":"wamid.71","timestamp":"1762426800","type":"text","text":{"body":"Hello"}}]}}
            """,
        ["messaging_handovers"] = """
            {"messaging_product":"whatsapp","type":"control_passed","timestamp":"1762426800","sender":{"phone_number":"16505550142"},
            "recipient":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},
            "control_passed":{"previous_owner_role":"agent","new_owner_role":"business","previous_owner_app_id":"71","new_owner_app_id":
            "72","metadata":"Wants a person","conversation_context":{"type":"summary","summary":{"text":"Asked for bread"}}}}
            """,
        ["partner_solutions"] = """{"event":"SOLUTION_CREATED","solution_id":"99123","solution_status":"INITIATED"}""",
    };
}
