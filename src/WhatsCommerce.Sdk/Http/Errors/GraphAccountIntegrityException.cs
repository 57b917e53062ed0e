namespace WhatsCommerce;

/// <summary>The account was restricted for a violation.</summary>
public sealed class GraphAccountIntegrityException : GraphException
{
    internal GraphAccountIntegrityException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
