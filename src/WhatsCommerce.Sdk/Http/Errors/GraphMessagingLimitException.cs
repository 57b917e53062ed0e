namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when a spam limit or the messaging limit of the number was reached; retrying makes it worse.
/// </summary>
public sealed class GraphMessagingLimitException : GraphException
{
    internal GraphMessagingLimitException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
