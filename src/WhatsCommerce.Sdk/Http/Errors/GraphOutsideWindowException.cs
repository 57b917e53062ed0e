namespace WhatsCommerce;

/// <summary>The customer's last message is more than 24 hours ago: send a template.</summary>
public sealed class GraphOutsideWindowException : GraphException
{
    internal GraphOutsideWindowException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
