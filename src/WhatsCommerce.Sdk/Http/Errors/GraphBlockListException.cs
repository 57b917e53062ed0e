namespace WhatsCommerce;

/// <summary>The block list could not be read or changed.</summary>
public sealed class GraphBlockListException : GraphException
{
    internal GraphBlockListException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
