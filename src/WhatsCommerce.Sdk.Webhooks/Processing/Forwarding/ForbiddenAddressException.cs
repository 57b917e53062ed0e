namespace WhatsCommerce.Webhooks;

/// <summary>The exception that is thrown when a host name resolves only to addresses that may not be connected to.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address leads to a network that may not be connected to.");
