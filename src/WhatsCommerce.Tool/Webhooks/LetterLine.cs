using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>A dead letter, as written by <c>replay --list --json</c>, without the customer's texts.</summary>
internal sealed record LetterLine(
    string Id, DateTimeOffset Time, string Reason, string Endpoint, string? Handler, int Attempts, int Bytes, string? Error)
{
    public static LetterLine Of(DeadLetter letter) => new(
        letter.Id,
        letter.Time,
        letter.Reason.ToString(),
        letter.EndpointName,
        letter.HandlerName,
        letter.Attempts,
        letter.Body.Length,
        letter.Error is null ? null : LogText.Quote(letter.Error));
}
