namespace WhatsCommerce.Testing;

/// <summary>A fault that waits to strike. See <see cref="EmulatedWebhookFaults.Active"/>.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Left">How many updates it is still to strike; <see langword="null"/> when it strikes until it is cleared.</param>
public sealed record ActiveWebhookFault(EmulatedWebhookFault Fault, int? Left);
