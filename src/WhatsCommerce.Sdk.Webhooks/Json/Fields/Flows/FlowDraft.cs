namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>flows</c>.</summary>
internal struct FlowDraft : IValueDraft
{
    private string? _kind;
    private string? _flowId;
    private string? _message;
    private string? _warning;
    private string? _oldStatus;
    private string? _newStatus;
    private string? _alertState;
    private decimal? _threshold;
    private decimal? _errorRate;
    private decimal? _availability;
    private int? _p50Latency;
    private int? _p90Latency;
    private int? _requestsCount;
    private IReadOnlyList<FlowError>? _errors;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryString(out _kind),
        6 when member.Is("errors"u8) => Draft.TryParts<FlowErrorDraft, FlowError>(ref r, member, ref rest, out _errors),
        7 when member.Is("flow_id"u8) => r.TryId(out _flowId),
        7 when member.Is("message"u8) => r.TryString(out _message),
        7 when member.Is("warning"u8) => r.TryString(out _warning),
        9 when member.Is("threshold"u8) => r.TryDecimal(out _threshold),
        10 when member.Is("old_status"u8) => r.TryString(out _oldStatus),
        10 when member.Is("new_status"u8) => r.TryString(out _newStatus),
        10 when member.Is("error_rate"u8) => r.TryDecimal(out _errorRate),
        11 when member.Is("alert_state"u8) => r.TryString(out _alertState),
        11 when member.Is("p50_latency"u8) => r.TryInt32(out _p50Latency),
        11 when member.Is("p90_latency"u8) => r.TryInt32(out _p90Latency),
        12 when member.Is("availability"u8) => r.TryDecimal(out _availability),
        14 when member.Is("requests_count"u8) => r.TryInt32(out _requestsCount),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new FlowEvent(head)
    {
        Kind = new(_kind),
        FlowId = _flowId,
        Message = _message,
        Warning = _warning,
        OldStatus = new(_oldStatus),
        NewStatus = new(_newStatus),
        AlertState = new(_alertState),
        Threshold = _threshold,
        ErrorRate = _errorRate,
        Availability = _availability,
        P50Latency = _p50Latency,
        P90Latency = _p90Latency,
        RequestsCount = _requestsCount,
        Errors = _errors ?? [],
    };
}
