namespace WhatsCommerce;

/// <summary>A paging cursor is no longer valid: start again without one.</summary>
public sealed class GraphPagingException : GraphException
{
    internal GraphPagingException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
