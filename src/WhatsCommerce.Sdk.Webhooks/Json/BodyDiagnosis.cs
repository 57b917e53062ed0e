using System.Buffers;
using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Says where and why a body could not be read; only runs when that is so.</summary>
internal static class BodyDiagnosis
{
    public static WebhookParseError FindSyntaxError(ReadOnlySpan<byte> body, int offset)
    {
        // Told that more may follow, the reader stops before an unfinished token instead of throwing: only real errors throw.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(JsonMemberReader.Options));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            long position = offset + reader.BytesConsumed;
            return reader.CurrentDepth >= JsonMemberReader.MaxDepth
                ? new(WebhookParseErrorKind.TooDeep, position, $"Nested deeper than {JsonMemberReader.MaxDepth} levels, at byte {position}.")
                : new(WebhookParseErrorKind.InvalidJson, position, $"Not valid JSON from byte {position} on.");
        }

        return new(WebhookParseErrorKind.InvalidJson, offset + body.Length, $"The JSON breaks off at its end, byte {offset + body.Length}.");
    }

    public static WebhookParseError FindInvalidUtf8(ReadOnlySpan<byte> body, int offset)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(body[at..], out _, out int length) == OperationStatus.Done)
        {
            at += length;
        }

        return new(WebhookParseErrorKind.InvalidUtf8, offset + at, $"Not valid UTF-8 at byte {offset + at}.");
    }
}
