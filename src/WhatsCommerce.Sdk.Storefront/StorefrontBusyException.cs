namespace WhatsCommerce.Storefronts;

/// <summary>
/// The exception that is thrown when a row was changed concurrently on every retry. Nothing was changed; the call can be repeated.
/// </summary>
public class StorefrontBusyException : WhatsCommerceException
{
    /// <summary>Initializes a new instance of the exception.</summary>
    /// <param name="message">What was tried.</param>
    public StorefrontBusyException(string message)
        : base(message) { }
}
