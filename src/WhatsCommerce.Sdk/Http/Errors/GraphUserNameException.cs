namespace WhatsCommerce;

/// <summary>A business user name was refused.</summary>
public sealed class GraphUserNameException : GraphException
{
    internal GraphUserNameException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
