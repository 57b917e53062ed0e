namespace WhatsCommerce.Testing;

/// <summary>A request that the local Cloud API received, and its result.</summary>
public sealed class RecordedRequest : ITraffic
{
    private readonly byte[] _body;
    private readonly byte[] _response;

    internal RecordedRequest(byte[] body, byte[] response)
    {
        _body = body;
        _response = response;
    }

    internal long Size => _body.Length + _response.Length;

    /// <summary>Its sequence number among all requests and webhooks.</summary>
    public required long Number { get; init; }

    /// <summary>The revision of its last change; see <see cref="CloudApiEmulator.TrafficSince"/>.</summary>
    public long Revision { get; private set; }

    long ITraffic.Revision
    {
        get => Revision;
        set => Revision = value;
    }

    /// <summary>When the request was received.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/v25.0/106540352242922/messages</c>, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query string with its question mark, without the access token and its proof; empty when there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The media type of the body; empty when the request has none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The processing time, on the real clock, without transmission and injected delays.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status of the response; 0 when the connection was closed without a response.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Whether the request was carried out. With a fault, the client may have got another response, or none.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The fault that applied; <see langword="null"/> when none did.</summary>
    public EmulatedFault? Fault { get; init; }

    /// <summary>The error code of the response; <see langword="null"/> when there was no error.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>
    /// The details of the error, or Meta's message if it has no details; <see langword="null"/> when there was no error.
    /// </summary>
    public string? ErrorDetails { get; init; }

    /// <summary>The raw body.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>The body as JSON, parsed again at each call; <see langword="null"/> when it is not JSON.</summary>
    public JsonElement? Json => IncomingRequest.Parse(_body);

    /// <summary>The JSON of the response, parsed again at each call; an empty object when the connection was closed.</summary>
    public JsonElement Response => JsonElement.Parse(_response.Length == 0 ? "{}"u8.ToArray() : _response);

    /// <summary>Returns the method, the path and the result, without content.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {(StatusCode == 0 ? "cut" : StatusCode)}{(ErrorCode is { } code ? $" (error {code}: {ErrorDetails})" : "")}";
}
