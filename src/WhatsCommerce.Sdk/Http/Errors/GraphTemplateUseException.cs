namespace WhatsCommerce;

/// <summary>A template was used wrongly, or cannot be used now.</summary>
public sealed class GraphTemplateUseException : GraphException
{
    internal GraphTemplateUseException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
