using System.Net;

namespace WhatsCommerce;

/// <summary>What is known about a failed request.</summary>
internal sealed record GraphFailure
{
    public GraphError? Error { get; init; }

    public GraphErrorClass ErrorClass { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    public string? TraceId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool IsRetrySafe { get; init; }
}
