namespace WhatsCommerce.Testing;

/// <summary>A request that the local Cloud API received, and its verdict.</summary>
public sealed class RecordedRequest : ITraffic
{
    private readonly byte[] _body;
    private readonly byte[] _answer;

    internal RecordedRequest(byte[] body, byte[] answer)
    {
        _body = body;
        _answer = answer;
    }

    internal long Size => _body.Length + _answer.Length;

    /// <summary>Its place among all requests and webhooks, in the order in which they came.</summary>
    public required long Number { get; init; }

    /// <summary>Grows with every change of the traffic; see <see cref="CloudApiEmulator.TrafficSince"/>.</summary>
    public long Revision { get; private set; }

    long ITraffic.Revision
    {
        get => Revision;
        set => Revision = value;
    }

    /// <summary>When the request came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/v25.0/106540352242922/messages</c>, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, without a token and its proof; empty when there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The media type of the body; empty when the request names none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>How long the judging took, on the real clock; without the way of the answer and without the wait of a slow one.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status that was answered; 0 when the connection was cut in place of an answer.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Whether the request was carried out. With a fault the client may have been told something else, or nothing.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The fault that struck; <see langword="null"/> when none did.</summary>
    public EmulatedFault? Fault { get; init; }

    /// <summary>The code of the error that was answered; <see langword="null"/> when none was.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>
    /// What exactly was wrong, with Meta's message where it has no details; <see langword="null"/> when no error was answered.
    /// </summary>
    public string? ErrorDetails { get; init; }

    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>The body as JSON, parsed again at each call; <see langword="null"/> when it is not JSON.</summary>
    public JsonElement? Json => IncomingRequest.Parse(_body);

    /// <summary>The JSON that was answered, parsed again at each call; an empty object when the connection was cut.</summary>
    public JsonElement Response => JsonElement.Parse(_answer.Length == 0 ? "{}"u8.ToArray() : _answer);

    /// <summary>Method, path and verdict; nothing of the content.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {(StatusCode == 0 ? "cut" : StatusCode)}{(ErrorCode is { } code ? $" (error {code}: {ErrorDetails})" : "")}";
}
