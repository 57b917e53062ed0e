namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when the customer's last message is older than 24 hours (the customer service window is closed): send a
/// template.
/// </summary>
public sealed class GraphOutsideWindowException : GraphException
{
    internal GraphOutsideWindowException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
