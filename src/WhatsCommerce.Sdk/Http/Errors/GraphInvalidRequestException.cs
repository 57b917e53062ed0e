namespace WhatsCommerce;

/// <summary>The request itself is wrong; the same request fails again.</summary>
public sealed class GraphInvalidRequestException : GraphException
{
    internal GraphInvalidRequestException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }

    /// <summary>
    /// Gets a value indicating whether Meta asks for less in one request: fewer items, smaller pages, fewer fields. Source: Meta,
    /// localized_items_batch, "Please reduce the amount of data".
    /// </summary>
    // Code 1 is among the invalid requests only where it asks for less; 413 is the web server's own word for the same.
    public bool IsTooMuchData => Error?.Code == 1 || StatusCode == HttpStatusCode.RequestEntityTooLarge;
}
