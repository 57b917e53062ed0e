namespace WhatsCommerce;

/// <summary>The registration or set-up of the phone number stands in the way.</summary>
public sealed class GraphRegistrationException : GraphException
{
    internal GraphRegistrationException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
