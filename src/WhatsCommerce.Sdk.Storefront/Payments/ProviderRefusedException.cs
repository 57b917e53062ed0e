namespace WhatsCommerce.Storefronts;

/// <summary>A provider rejected a call, without effect. Every other exception of a provider means that the outcome is unknown.</summary>
public class ProviderRefusedException : WhatsCommerceException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The provider's message, without secrets.</param>
    /// <param name="innerException">The cause.</param>
    public ProviderRefusedException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
