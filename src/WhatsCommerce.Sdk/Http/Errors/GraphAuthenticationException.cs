namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when the token is missing, expired or revoked, or its <c>appsecret_proof</c> is wrong. If a token provider
/// is registered, a new token was fetched and rejected as well.
/// </summary>
public sealed class GraphAuthenticationException : GraphException
{
    internal GraphAuthenticationException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}
