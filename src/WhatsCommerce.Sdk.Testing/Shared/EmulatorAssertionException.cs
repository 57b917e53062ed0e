namespace WhatsCommerce.Testing;

/// <summary>
/// The exception that is thrown when an assertion fails; the message says what was found. Every test framework reports it as a failure.
/// </summary>
public sealed class EmulatorAssertionException : WhatsCommerceException
{
    internal EmulatorAssertionException(string message)
        : base(message) { }
}
