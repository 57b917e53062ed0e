using System.Collections.Frozen;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the <c>value</c> of a change.</summary>
/// <param name="r">Stands on the value, an object.</param>
/// <param name="place">Where the value stands.</param>
/// <param name="change">The change.</param>
/// <param name="events">Receives what the value tells; if it gets nothing, the change as a whole becomes an unknown event.</param>
/// <param name="rest">Receives the members that no event holds.</param>
internal delegate void FieldReader(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest);

/// <summary>Which reader each field has: that of its record, or one written by hand where it has rules.</summary>
internal static partial class FieldReaders
{
    private static readonly FieldReader Messages = ValueReader.ReadMessagesValue;

    private static readonly FieldReader Unknown =
        static (ref JsonMemberReader r, Place _, WebhookChange change, List<WebhookEvent> _, ref Rest rest) => ValueReader.ReadOtherValue(ref r, change, ref rest);

    private static readonly FrozenDictionary<string, FieldReader> ByField = new Dictionary<string, FieldReader>(OfRecords())
    {
        ["messages"] = Messages,
        ["message_template_status_update"] = TemplateStateReader.Read,
        ["message_template_quality_update"] = TemplateStateReader.Read,
        ["group_participants_update"] = GroupParticipantsReader.Read,
        ["calls"] = CallsReader.Read,
        ["smb_message_echoes"] = new ItemsReader(("message_echoes", CopiedMessage.ReadEcho)).Read,
        ["history"] = HistoryReader.Read,
        ["standby"] = StandbyReader.Read,
        ["messaging_handovers"] = ValueEvent.Read<HandoverDraft>,
    }.ToFrozenDictionary();

    /// <summary>The reader of a field; without a field that of messages, as most values hold them.</summary>
    public static FieldReader Of(string? field) => field is null ? Messages : ByField.GetValueOrDefault(field, Unknown);
}
