namespace WhatsCommerce;

/// <summary>A flow could not be made, changed or published.</summary>
public sealed class GraphFlowException : GraphException
{
    internal GraphFlowException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
