namespace WhatsCommerce;

/// <summary>An order message was refused: unsupported, or a change of state that is not allowed.</summary>
public sealed class GraphOrderException : GraphException
{
    internal GraphOrderException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
