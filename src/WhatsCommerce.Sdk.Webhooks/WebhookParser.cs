using System.Text.Unicode;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Parses the body of a webhook into typed events: every entry, change, message and status, in order.</summary>
/// <remarks>
/// <para>Also reads a value without its envelope (<c>{"statuses":[...]}</c>), a change (<c>{"field":...,"value":...}</c>) and an entry; a
/// body of which nothing is known is one <see cref="MalformedEvent"/>. Members may come in any order, numbers as strings and strings as
/// numbers; of duplicate members the last one counts. A blank id is absent.</para>
/// <para>Verify the signature first: <see cref="WebhookSignature"/>. Events hold slices of the body, so do not reuse its memory.</para>
/// <para>Source: Meta, webhooks/overview and webhooks/reference.</para>
/// </remarks>
public static class WebhookParser
{
    /// <summary>Parses a body.</summary>
    /// <param name="body">UTF-8, with or without a byte-order mark.</param>
    /// <returns>The content of the delivery.</returns>
    /// <exception cref="WebhookFormatException">
    /// The body is not a JSON object at all. Malformed items in a valid body do not throw.
    /// </exception>
    public static WebhookNotification Parse(ReadOnlyMemory<byte> body) =>
        TryParse(body, out WebhookNotification? notification, out WebhookParseError? error)
            ? notification
            : throw new WebhookFormatException(error);

    /// <summary>Parses a body without throwing.</summary>
    /// <param name="body">UTF-8, with or without a byte-order mark.</param>
    /// <param name="notification">The content of the delivery; <see langword="null"/> when the body is not a JSON object.</param>
    /// <returns>Whether the body is a JSON object.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out WebhookNotification? notification) =>
        TryParse(body, out notification, out _);

    /// <summary>Parses a body without throwing, and returns what is wrong with it.</summary>
    /// <param name="body">UTF-8, with or without a byte-order mark.</param>
    /// <param name="notification">The content of the delivery; <see langword="null"/> when the body is not a JSON object.</param>
    /// <param name="error">What is wrong with the body; <see langword="null"/> on success.</param>
    /// <returns>Whether the body is a JSON object.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> body,
        [NotNullWhen(true)] out WebhookNotification? notification,
        [NotNullWhen(false)] out WebhookParseError? error)
    {
        notification = null;
        int mark = body.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        body = body[mark..];
        error = Check(body.Span, mark);
        if (error is not null)
        {
            return false;
        }

        try
        {
            var reader = new JsonMemberReader(body, 0);
            if (!reader.IsObject)
            {
                error = new(WebhookParseErrorKind.NotAnObject, mark + reader.Start, $"Expected a JSON object, found {reader.Describe()}.");
                return false;
            }

            WebhookNotification read = EnvelopeReader.Read(ref reader);
            reader.Finish();
            notification = read;
            return true;
        }
        catch (JsonException)
        {
            error = BodyDiagnosis.FindSyntaxError(body.Span, mark);
            return false;
        }
    }

    private static WebhookParseError? Check(ReadOnlySpan<byte> body, int offset)
    {
        if (body.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return new(WebhookParseErrorKind.Empty, offset, "The body is empty.");
        }

        return Utf8.IsValid(body) ? null : BodyDiagnosis.FindInvalidUtf8(body, offset);
    }
}
