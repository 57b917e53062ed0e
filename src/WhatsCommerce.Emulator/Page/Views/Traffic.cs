using System.Text.Unicode;

namespace WhatsCommerce.Emulator;

/// <summary>The rows that have changed, and the last attempt to deliver to the app.</summary>
internal sealed record TrafficJson(long Revision, long Oldest, IReadOnlyList<TrafficRowJson> Rows, AttemptJson? App = null)
{
    private const int Most = 300;

    public static TrafficJson Of(CloudApiEmulator cloud, long since)
    {
        EmulatedTraffic traffic = cloud.TrafficSince(since);
        TrafficRowJson[] rows =
        [
            .. traffic.Requests.TakeLast(Most).Select(request => TrafficRowJson.Of(cloud, request))
                .Concat(traffic.Deliveries.TakeLast(Most).Select(delivery => TrafficRowJson.Of(cloud, delivery)))
                .OrderBy(row => row.Number)
                .TakeLast(Most),
        ];
        return new(
            traffic.Revision, traffic.Oldest, rows, cloud.LastDeliveryAttempt is { } attempt ? AttemptJson.Of(attempt) : null);
    }
}

internal record TrafficRowJson(
    long Number,
    long Revision,
    DateTimeOffset At,
    string Kind,
    string Title,
    string? Subject,
    int? Status,
    string Verdict,
    int? Code,
    string? Rule,
    double? Milliseconds,
    int Attempts,
    string? Customer = null,
    string? Message = null)
{
    public static TrafficRowJson Of(CloudApiEmulator cloud, RecordedRequest request) => Of(request, TrafficMatter.Of(cloud, request));

    public static TrafficRowJson Of(CloudApiEmulator cloud, RecordedDelivery delivery) => Of(delivery, TrafficMatter.Of(cloud, delivery));

    private static TrafficRowJson Of(RecordedRequest request, TrafficMatter matter) => new(
        request.Number,
        request.Revision,
        request.At,
        "request",
        $"{request.Method} {request.Path}{request.Query}",
        matter.Subject,
        request.StatusCode == 0 ? null : request.StatusCode,
        request.Fault is not null ? "fault" : request.IsAccepted ? "accepted" : "refused",
        request.ErrorCode,
        request.Fault is { } fault ? fault.Name : request.ErrorDetails,
        request.Duration.TotalMilliseconds,
        1,
        matter.Customer,
        matter.Message);

    private static TrafficRowJson Of(RecordedDelivery delivery, TrafficMatter matter)
    {
        // Both of one moment, although it may be sent at this one.
        DeliveryState state;
        IReadOnlyList<DeliveryAttempt> attempts;
        do
        {
            (state, attempts) = (delivery.State, delivery.Attempts);
        }
        while (state != delivery.State);

        DeliveryAttempt? last = attempts.Count > 0 ? attempts[^1] : null;
        return new(
            delivery.Number,
            delivery.Revision,
            delivery.At,
            "webhook",
            delivery.Subject,
            null,
            last?.StatusCode,
            state switch
            {
                DeliveryState.Delivered => "delivered",
                DeliveryState.GivenUp => "given up",
                DeliveryState.Dropped => "dropped",
                _ => "pending",
            },
            matter.Code,
            last?.Problem ?? matter.Error,
            last?.Duration.TotalMilliseconds,
            attempts.Count,
            matter.Customer,
            matter.Message);
    }
}

internal sealed record AttemptJson(DateTimeOffset At, int? Status, string? Problem, double Milliseconds)
{
    public static AttemptJson Of(DeliveryAttempt attempt) =>
        new(attempt.At, attempt.StatusCode, attempt.Problem, attempt.Duration.TotalMilliseconds);
}

/// <summary>A row with the details that are shown when it is opened.</summary>
internal sealed record TrafficDetailsJson : TrafficRowJson
{
    // The maximum number of bytes of a body that are shown.
    private const int MostBytes = 256 * 1024;

    private TrafficDetailsJson(TrafficRowJson row, ReadOnlyMemory<byte> body)
        : base(row)
    {
        Body = Text(body);
        IsWhole = body.Length <= MostBytes && Utf8.IsValid(body.Span);
    }

    public required string Method { get; init; }
    public required string Address { get; init; }
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
    public string Body { get; }
    public bool IsWhole { get; }
    public string? Answer { get; init; }
    public IReadOnlyList<AttemptJson> AttemptList { get; init; } = [];

    public static new TrafficDetailsJson Of(CloudApiEmulator cloud, RecordedRequest request) => new(
        TrafficRowJson.Of(cloud, request), request.Body)
    {
        Method = request.Method,
        Address = new Uri(cloud.BaseAddress, request.Path.TrimStart('/') + request.Query).ToString(),
        Headers = request.ContentType.Length == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new(StringComparer.Ordinal) { ["Content-Type"] = request.ContentType },
        Answer = request.Response.GetRawText(),
    };

    public static new TrafficDetailsJson Of(CloudApiEmulator cloud, RecordedDelivery delivery) => new(
        TrafficRowJson.Of(cloud, delivery), delivery.Body)
    {
        Method = "POST",
        Address = cloud.Callback?.ToString() ?? "",
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-Type"] = "application/json",
            [Webhooks.WebhookSignature.HeaderName] = Webhooks.WebhookSignature.Compute(delivery.Body.Span, cloud.AppSecret),
        },
        AttemptList = [.. delivery.Attempts.Select(AttemptJson.Of)],
    };

    private static string Text(ReadOnlyMemory<byte> body) =>
        body.Length <= MostBytes
            ? System.Text.Encoding.UTF8.GetString(body.Span)
            : $"{System.Text.Encoding.UTF8.GetString(body.Span[..MostBytes])} … ({body.Length} bytes in all)";
}

/// <summary>The body to send instead of the recorded one; null for the recorded one.</summary>
internal sealed record AgainJson(string? Body = null);

/// <summary>The HTTP status of the response; null when there was none, or none yet.</summary>
internal sealed record SentJson(int? Status);
