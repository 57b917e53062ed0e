namespace WhatsCommerce;

/// <summary>
/// The token is missing, expired, revoked, or its proof is wrong; a new one was fetched where there is a provider, and refused as well.
/// </summary>
public sealed class GraphAuthenticationException : GraphException
{
    internal GraphAuthenticationException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
