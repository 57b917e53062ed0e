namespace WhatsCommerce.Webhooks;

/// <summary>A host name leads only to addresses that may not be connected to.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address leads to a network that may not be connected to.");
