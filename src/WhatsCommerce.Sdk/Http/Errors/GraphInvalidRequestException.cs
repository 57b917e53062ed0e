namespace WhatsCommerce;

/// <summary>The exception that is thrown when the request itself is invalid; the same request fails again.</summary>
public sealed class GraphInvalidRequestException : GraphException
{
    internal GraphInvalidRequestException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }

    /// <summary>
    /// Gets a value indicating whether the request asked for too much data: retry with fewer items, smaller pages or fewer fields. Source:
    /// Meta, localized_items_batch, "Please reduce the amount of data".
    /// </summary>
    // Code 1 is an invalid request only where it means too much data; 413 is the web server's status for the same.
    public bool IsTooMuchData => Error?.Code == 1 || StatusCode == HttpStatusCode.RequestEntityTooLarge;
}
