namespace WhatsCommerce;

/// <summary>A call, or the settings of calling, was refused.</summary>
public sealed class GraphCallingException : GraphException
{
    internal GraphCallingException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
