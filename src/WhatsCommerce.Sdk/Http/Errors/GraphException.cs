namespace WhatsCommerce;

/// <summary>The exception that is thrown when a request to the Graph API fails: Meta rejected it, or no usable response arrived.</summary>
/// <remarks>
/// Error classes that apps usually handle separately have a derived exception, such as <see cref="GraphThrottledException"/> and
/// <see cref="GraphRecipientException"/>. Distinguish the others by <see cref="ErrorClass"/>: <c>catch (GraphException exception) when
/// (exception.ErrorClass == GraphErrorClass.TemplateUse)</c>. Neither the message nor any property contains the token or a customer's
/// complete phone number.
/// </remarks>
public class GraphException : WhatsCommerceException
{
    internal GraphException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = failure.Error;
        ErrorClass = failure.ErrorClass;
        StatusCode = failure.Response?.StatusCode;
        TraceId = failure.Error?.TraceId ?? failure.Response?.TraceId;
        RetryAfter = failure.RetryAfter;
        IsRetrySafe = failure.IsRetrySafe;
        Attempts = failure.Attempts;
        Response = failure.Response;
    }

    /// <summary>
    /// Gets the error as Meta reports it; <see langword="null"/> when no response arrived, or one that is not Meta's error JSON.
    /// </summary>
    public GraphError? Error { get; }

    /// <summary>Gets the class of the error, which tells how to handle it.</summary>
    public GraphErrorClass ErrorClass { get; }

    /// <summary>Gets the HTTP status; <see langword="null"/> when no response arrived.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Gets Meta's trace id (<c>fbtrace_id</c>), which Meta's support asks for.</summary>
    public string? TraceId { get; }

    /// <summary>
    /// Gets the minimum time to wait before a retry, if the response or its headers contain one: greater than zero, at most 7 days.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Gets whether the same request can be retried without doing anything twice: it was never written, it was rejected before processing,
    /// or it is idempotent.
    /// </summary>
    public bool IsRetrySafe { get; }

    /// <summary>Gets the number of attempts, including retries by the client.</summary>
    public int Attempts { get; }

    /// <summary>
    /// Gets the response as received, for data that has no property here; <see langword="null"/> when no response arrived. The token and
    /// the customer's number are redacted, and the body is limited to 64 KB.
    /// </summary>
    public GraphResponse? Response { get; }
}
