namespace WhatsCommerce;

/// <summary>The exception that is thrown when a paging cursor is no longer valid: start again without a cursor.</summary>
public sealed class GraphPagingException : GraphException
{
    internal GraphPagingException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
