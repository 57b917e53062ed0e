namespace WhatsCommerce.Testing;

/// <summary>
/// What a test expects of an app is not so; the message says what was found. Every test framework takes it for a failure.
/// </summary>
public sealed class EmulatorAssertionException : WhatsCommerceException
{
    internal EmulatorAssertionException(string message)
        : base(message) { }
}
