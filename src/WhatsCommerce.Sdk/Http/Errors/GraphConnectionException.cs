namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when the request was never sent: connection refused, unknown host, or no TLS. Nothing was processed, so it
/// can be retried safely.
/// </summary>
public sealed class GraphConnectionException : GraphException
{
    internal GraphConnectionException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
