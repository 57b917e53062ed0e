namespace WhatsCommerce.Storefronts;

/// <summary>A row was changed by others again and again; nothing was done, and the call may be repeated.</summary>
public class StorefrontBusyException : WhatsCommerceException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">What was tried.</param>
    public StorefrontBusyException(string message)
        : base(message) { }
}
