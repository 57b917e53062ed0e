namespace WhatsCommerce;

/// <summary>The request itself is wrong; the same request fails again.</summary>
public sealed class GraphInvalidRequestException : GraphException
{
    internal GraphInvalidRequestException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
