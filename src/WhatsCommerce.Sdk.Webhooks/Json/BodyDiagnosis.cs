using System.Buffers;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Determines where and why a body could not be read; only used after a failure.</summary>
internal static class BodyDiagnosis
{
    public static WebhookParseError FindSyntaxError(ReadOnlySpan<byte> body, int offset)
    {
        // With isFinalBlock = false, the reader stops before an unfinished token instead of throwing: only real errors throw.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(new() { MaxDepth = JsonTokenizer.MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            int at = Position(body, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            bool opens = body[at..] is [(byte)'[' or (byte)'{', ..];
            return opens && reader.CurrentDepth >= JsonTokenizer.MaxDepth - 1
                ? new(
                    WebhookParseErrorKind.TooDeep,
                    offset + at,
                    $"Nested deeper than {JsonTokenizer.MaxDepth} levels, at byte {offset + at}.")
                : new(WebhookParseErrorKind.InvalidJson, offset + at, $"Not valid JSON from byte {offset + at} on.");
        }

        return new(
            WebhookParseErrorKind.InvalidJson, offset + body.Length, $"The JSON breaks off at its end, byte {offset + body.Length}.");
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

    private static int Position(ReadOnlySpan<byte> body, long line, long byteInLine)
    {
        int lineStart = 0;
        for (; line > 0; line--)
        {
            lineStart += body[lineStart..].IndexOf((byte)'\n') + 1;
        }

        return lineStart + (int)byteInLine;
    }
}
