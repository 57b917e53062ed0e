using System.Buffers;
using System.Text.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Puts one event back into the envelope of a delivery, so that it can be parsed again.</summary>
internal static class EventEnvelope
{
    /// <summary>Writes a delivery that holds the event alone.</summary>
    public static byte[] Wrap(WebhookEvent webhookEvent)
    {
        ArrayBufferWriter<byte> buffer = new(webhookEvent.RawJson.Length + 512);
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("object"u8, "whatsapp_business_account"u8);
            json.WriteStartArray("entry"u8);
            json.WriteStartObject();
            json.WriteString("id"u8, webhookEvent.BusinessAccountId.Value);
            if (webhookEvent.Change.Entry.Time is { } time)
            {
                json.WriteNumber("time"u8, time.ToUnixTimeSeconds());
            }

            json.WriteStartArray("changes"u8);
            WriteChange(json, webhookEvent);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteChange(Utf8JsonWriter json, WebhookEvent webhookEvent)
    {
        if (ItemsOf(webhookEvent) is not { } items)
        {
            WriteRaw(json, webhookEvent.RawJson);
            return;
        }

        json.WriteStartObject();
        json.WriteString("field"u8, webhookEvent.Field);
        json.WriteStartObject("value"u8);
        json.WriteStartObject("metadata"u8);
        json.WriteString("phone_number_id"u8, webhookEvent.PhoneNumberId.Value);
        json.WriteString("display_phone_number"u8, webhookEvent.Change.DisplayPhoneNumber);
        json.WriteEndObject();
        json.WriteStartArray(items);
        WriteRaw(json, webhookEvent.RawJson);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The array of the value that the item stood in; <see langword="null"/> when the item is a whole change.</summary>
    private static string? ItemsOf(WebhookEvent webhookEvent) => webhookEvent switch
    {
        MessageEvent or UnknownEvent { MessageId.HasValue: true } => "messages",
        StatusEvent => "statuses",
        MalformedEvent malformed when malformed.Path.Contains(".messages[", StringComparison.Ordinal) => "messages",
        MalformedEvent malformed when malformed.Path.Contains(".statuses[", StringComparison.Ordinal) => "statuses",
        _ => null,
    };

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlyMemory<byte> raw)
    {
        if (raw.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            // Not validated: it came through the parser, and the writer allows less depth than that.
            json.WriteRawValue(raw.Span, skipInputValidation: true);
        }
    }
}
