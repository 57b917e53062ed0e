using System.Buffers;
using System.Collections.Frozen;

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

/// <summary>Which reader each field has: the generated one of its record, or a hand-written one if it has rules.</summary>
internal static partial class FieldReaders
{
    private const int LongestField = 64;

    private static readonly FieldReader Unknown =
        static (ref JsonMemberReader r, Place _, WebhookChange change, List<WebhookEvent> _, ref Rest rest) =>
            ValueReader.ReadOtherValue(ref r, change, ref rest);

    private static readonly FrozenDictionary<string, Field> ByName = new Dictionary<string, FieldReader>(OfRecords())
    {
        ["messages"] = ValueReader.ReadMessagesValue,
        ["message_template_status_update"] = TemplateStateReader.Read,
        ["message_template_quality_update"] = TemplateStateReader.Read,
        ["group_participants_update"] = GroupParticipantsReader.Read,
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
