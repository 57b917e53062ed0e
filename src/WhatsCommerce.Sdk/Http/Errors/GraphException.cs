namespace WhatsCommerce;

/// <summary>A request to the Graph API failed: it was refused, or no usable answer came.</summary>
/// <remarks>
/// A class of errors that an app handles in a way of its own has an exception of its own, <c>Graph</c>, the name of the class,
/// <c>Exception</c>: <see cref="GraphThrottledException"/>, <see cref="GraphRecipientException"/>. The others are distinguished by
/// <see cref="ErrorClass"/>: <c>catch (GraphException exception) when (exception.ErrorClass == GraphErrorClass.TemplateUse)</c>. Neither
/// the message nor a property holds the token or a customer's whole number.
/// </remarks>
public class GraphException : WhatsCommerceException
{
    internal GraphException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = failure.Error;
        ErrorClass = failure.ErrorClass;
        StatusCode = failure.Answer?.StatusCode;
        TraceId = failure.Error?.TraceId ?? failure.Answer?.TraceId;
        RetryAfter = failure.RetryAfter;
        IsRetrySafe = failure.IsRetrySafe;
        Attempts = failure.Attempts;
        Response = failure.Answer;
    }

    /// <summary>The error as Meta reports it; <see langword="null"/> when no answer came, or one that is not Meta's JSON.</summary>
    public GraphError? Error { get; }

    /// <summary>What the failure means.</summary>
    public GraphErrorClass ErrorClass { get; }

    /// <summary>The HTTP status; <see langword="null"/> when no answer came.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Meta's trace id (<c>fbtrace_id</c>): the support asks for it.</summary>
    public string? TraceId { get; }

    /// <summary>
    /// How long to wait at least before a retry, where the answer or its headers say so; more than nothing, and at most a week.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Whether the same request may be retried without doing anything twice: it was never written, it was rejected before
    /// processing, or it changes nothing when it is made twice.
    /// </summary>
    public bool IsRetrySafe { get; }

    /// <summary>How often the request was made, retries by the client included.</summary>
    public int Attempts { get; }

    /// <summary>
    /// The answer as it came, for what has no property here; token and number are taken out, and a body is kept up to 64 KB.
    /// <see langword="null"/> when no answer came.
    /// </summary>
    public GraphResponse? Response { get; }
}
