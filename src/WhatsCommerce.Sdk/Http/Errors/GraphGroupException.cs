namespace WhatsCommerce;

/// <summary>A group operation was refused.</summary>
public sealed class GraphGroupException : GraphException
{
    internal GraphGroupException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
