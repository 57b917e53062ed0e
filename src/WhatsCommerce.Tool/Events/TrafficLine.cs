namespace WhatsCommerce.Tool.Events;

/// <summary>A request or a webhook of the emulator, as <c>listen --json</c> writes it.</summary>
internal sealed record TrafficLine(
    long Number,
    DateTimeOffset At,
    string Kind,
    string Title,
    string? Subject,
    int? Status,
    string Verdict,
    int? Code,
    string? Rule,
    double? Milliseconds,
    int Attempts)
{
    public static TrafficLine Of(TrafficRowJson row) => new(
        row.Number,
        row.At,
        row.Kind,
        row.Title,
        row.Subject,
        row.Status,
        row.Verdict,
        row.Code,
        row.Rule,
        row.Milliseconds,
        row.Attempts);

    /// <summary>Whether there is a problem: rejected, a fault, or not accepted by the app.</summary>
    public bool IsProblem => Verdict is not ("accepted" or "delivered") || Attempts > 1;
}
