namespace WhatsCommerce;

/// <summary>A product could not be shown: unknown retailer id, another catalog connected, no picture, or the catalog is hidden.</summary>
public sealed class GraphProductException : GraphException
{
    internal GraphProductException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
