namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when a rate limit was exceeded. The request was rejected before processing, so it may be retried after
/// <see cref="GraphException.RetryAfter"/>.
/// </summary>
/// <remarks>
/// The client waits and retries automatically as far as <see cref="WhatsCommerceOptions.Retry"/> allows; this is thrown when that was not
/// enough.
/// </remarks>
public sealed class GraphThrottledException : GraphException
{
    internal GraphThrottledException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
