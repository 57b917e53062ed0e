using System.Net;

namespace WhatsCommerce;

/// <summary>A request to the Graph API failed: it was refused, or no usable answer came.</summary>
/// <remarks>Neither the message nor a property holds the token or a customer's whole number.</remarks>
public class GraphException : WhatsCommerceException
{
    internal GraphException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = failure.Error;
        ErrorClass = failure.ErrorClass;
        StatusCode = failure.StatusCode;
        TraceId = failure.TraceId;
        RetryAfter = failure.RetryAfter;
        IsRetrySafe = failure.IsRetrySafe;
    }

    /// <summary>The error as Meta reports it; <see langword="null"/> when no answer came, or one that is not Meta's JSON.</summary>
    public GraphError? Error { get; }

    /// <summary>What the failure means.</summary>
    public GraphErrorClass ErrorClass { get; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Meta's trace id (<c>fbtrace_id</c>): what their support asks for.</summary>
    public string? TraceId { get; }

    /// <summary>How long to wait before a repetition, where the answer says so.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the same request may be made again without doing anything twice: it was never written, or rejected before processing.</summary>
    public bool IsRetrySafe { get; }
}
