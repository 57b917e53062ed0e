using System.Buffers;
using System.Collections.Frozen;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the <c>value</c> of a change.</summary>
/// <param name="r">The reader, at the value, an object.</param>
/// <param name="place">The path of the value.</param>
/// <param name="change">The change.</param>
/// <param name="events">Receives the events of the value; if there are none, the change as a whole becomes an unknown event.</param>
/// <param name="rest">Receives the members that no event contains.</param>
internal delegate void FieldReader(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest);

/// <summary>A field and its reader.</summary>
/// <param name="Name">Its name; <see langword="null"/> for the unnamed field.</param>
/// <param name="Read">Its reader.</param>
internal sealed record Field(string? Name, FieldReader Read);

/// <summary>Maps fields to readers: the generated one of its record, or a hand-written one if it has special rules.</summary>
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

    // Most values contain messages.
    private static Field Unnamed { get; } = Messages with { Name = null };

    /// <summary>Gets the field with that name, which may be unknown; without a name, that of messages.</summary>
    public static Field Of(string? name) => name is null ? Unnamed : ByName.GetValueOrDefault(name) ?? new Field(name, Unknown);

    /// <summary>Gets the field with that name, as written in the body.</summary>
    public static Field OfUtf8(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestField];
        return Ascii.ToUtf16(name, text, out int length) == OperationStatus.Done
            && ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out Field? field)
                ? field
                : Of(JsonText.Plain(name));
    }
}
