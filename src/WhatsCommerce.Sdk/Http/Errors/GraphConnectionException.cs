namespace WhatsCommerce;

/// <summary>The request never left: connection refused, no such host, no TLS. Nothing was processed, so it may be retried.</summary>
public sealed class GraphConnectionException : GraphException
{
    internal GraphConnectionException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
