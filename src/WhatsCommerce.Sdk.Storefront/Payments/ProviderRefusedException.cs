namespace WhatsCommerce.Storefronts;

/// <summary>
/// The exception that is thrown when a provider rejects a call without effect. Any other exception of a provider means that the outcome is
/// unknown.
/// </summary>
public class ProviderRefusedException : WhatsCommerceException
{
    /// <summary>Initializes a new instance of the exception.</summary>
    /// <param name="message">The message, which must not contain secrets.</param>
    /// <param name="innerException">The cause.</param>
    public ProviderRefusedException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
