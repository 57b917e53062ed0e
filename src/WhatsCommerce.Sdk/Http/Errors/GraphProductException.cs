namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when a product cannot be shown: unknown retailer id, another catalog connected, no picture, or hidden
/// catalog.
/// </summary>
public sealed class GraphProductException : GraphException
{
    internal GraphProductException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
