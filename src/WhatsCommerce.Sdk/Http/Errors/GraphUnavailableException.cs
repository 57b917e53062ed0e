namespace WhatsCommerce;

/// <summary>Meta's side failed, or no usable answer came, to a request that changes nothing when it is made twice.</summary>
/// <remarks>A send that fails in this way is a <see cref="SendOutcomeUnknownException"/>.</remarks>
public sealed class GraphUnavailableException : GraphException
{
    internal GraphUnavailableException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
