namespace WhatsCommerce;

/// <summary>The exception that is thrown when this recipient cannot be reached with this message.</summary>
public sealed class GraphRecipientException : GraphException
{
    internal GraphRecipientException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
