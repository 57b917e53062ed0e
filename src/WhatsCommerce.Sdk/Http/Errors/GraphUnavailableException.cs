namespace WhatsCommerce;

/// <summary>Meta's side failed, or no usable answer came, to a request that changes nothing when it is made twice.</summary>
/// <remarks>A send that fails in this way is an <see cref="OutcomeUnknownException"/>.</remarks>
public sealed class GraphUnavailableException : GraphException
{
    internal GraphUnavailableException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
