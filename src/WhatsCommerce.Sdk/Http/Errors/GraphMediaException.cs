namespace WhatsCommerce;

/// <summary>A media file could not be uploaded or downloaded.</summary>
public sealed class GraphMediaException : GraphException
{
    internal GraphMediaException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
