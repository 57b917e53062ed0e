namespace WhatsCommerce;

/// <summary>The exception that is thrown when an idempotent request failed on Meta's side, or got no usable response.</summary>
/// <remarks>A send that fails in this way is an <see cref="OutcomeUnknownException"/>.</remarks>
public sealed class GraphUnavailableException : GraphException
{
    internal GraphUnavailableException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
