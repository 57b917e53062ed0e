using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the <c>value</c> of a change.</summary>
/// <param name="r">Stands on the value, an object.</param>
/// <param name="place">Where the value stands.</param>
/// <param name="change">The change.</param>
/// <param name="events">Receives what the value tells; if it gets nothing, the change as a whole becomes an unknown event.</param>
/// <param name="rest">Receives the members that no event holds.</param>
internal delegate void FieldReader(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest);

/// <summary>A field, and who reads its values.</summary>
/// <param name="Name">Its name; <see langword="null"/> where none is given.</param>
/// <param name="Read">Its reader.</param>
internal sealed record Field(string? Name, FieldReader Read);

/// <summary>Which reader each field has.</summary>
internal static class FieldReaders
{
    private const int LongestField = 64;

    private static readonly FieldReader Unknown =
        static (ref JsonMemberReader r, Place _, WebhookChange change, List<WebhookEvent> _, ref Rest rest) => ValueReader.ReadOtherValue(ref r, change, ref rest);

    private static readonly FrozenDictionary<string, Field> ByName = new Dictionary<string, FieldReader>
    {
        ["messages"] = ValueReader.ReadMessagesValue,

        ["message_template_status_update"] = ValueEvent.Read<TemplateStateDraft>,
        ["message_template_quality_update"] = ValueEvent.Read<TemplateStateDraft>,
        ["message_template_components_update"] = ValueEvent.Read<TemplateComponentsDraft>,
        ["template_category_update"] = ValueEvent.Read<TemplateCategoryDraft>,

        ["account_update"] = ValueEvent.Read<AccountUpdateDraft>,
        ["account_alerts"] = ValueEvent.Read<AccountAlertDraft>,
        ["account_review_update"] = ValueEvent.Read<AccountReviewDraft>,
        ["business_capability_update"] = ValueEvent.Read<BusinessCapabilityDraft>,
        ["phone_number_quality_update"] = ValueEvent.Read<PhoneNumberQualityDraft>,
        ["phone_number_name_update"] = ValueEvent.Read<PhoneNumberNameDraft>,
        ["security"] = ValueEvent.Read<SecurityDraft>,
        ["payment_configuration_update"] = ValueEvent.Read<PaymentConfigurationDraft>,
        ["partner_solutions"] = ValueEvent.Read<PartnerSolutionDraft>,
        ["business_username_updates"] = ValueEvent.Read<BusinessUsernameDraft>,
        ["business_username_update"] = ValueEvent.Read<BusinessUsernameDraft>,
        ["flows"] = ValueEvent.Read<FlowDraft>,

        ["user_preferences"] = new ItemsReader(("user_preferences", ItemEvent.Read<UserPreferenceDraft>)).Read,
        ["automatic_events"] = new ItemsReader(("automatic_events", ItemEvent.Read<AutomaticEventDraft>)).Read,
        ["smb_app_state_sync"] = new ItemsReader(("state_sync", ItemEvent.Read<ContactSyncDraft>)).Read,
        ["group_lifecycle_update"] = new ItemsReader(("groups", ItemEvent.Read<GroupLifecycleDraft>)).Read,
        ["group_participants_update"] = new ItemsReader(("groups", ItemEvent.Read<GroupParticipantsDraft>)).Read,
        ["group_settings_update"] = new ItemsReader(("groups", ItemEvent.Read<GroupSettingsDraft>)).Read,
        ["group_status_update"] = new ItemsReader(("groups", ItemEvent.Read<GroupStatusDraft>)).Read,

        ["calls"] = CallsReader.Read,
        ["smb_message_echoes"] = new ItemsReader(("message_echoes", CopiedMessage.ReadEcho)).Read,
        ["history"] = HistoryReader.Read,
        ["standby"] = StandbyReader.Read,
        ["messaging_handovers"] = ValueEvent.Read<HandoverDraft>,
    }.ToFrozenDictionary(field => field.Key, field => new Field(field.Key, field.Value));

    public static Field Messages { get; } = ByName["messages"];

    // Most values hold messages.
    private static Field Unnamed { get; } = Messages with { Name = null };

    /// <summary>The field of that name, be it unknown; without a name that of messages.</summary>
    public static Field Of(string? name) => name is null ? Unnamed : ByName.GetValueOrDefault(name) ?? new Field(name, Unknown);

    /// <summary>The field of that name, as it stands in the body.</summary>
    public static Field OfUtf8(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestField];
        return name.Length <= LongestField
            && Ascii.ToUtf16(name, text, out int length) == OperationStatus.Done
            && ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out Field? field)
                ? field
                : Of(JsonText.Plain(name));
    }
}
