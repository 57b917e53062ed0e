namespace WhatsCommerce;

/// <summary>A template could not be created or edited.</summary>
public sealed class GraphTemplateCreationException : GraphException
{
    internal GraphTemplateCreationException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
