namespace WhatsCommerce.Testing;

/// <summary>An active fault of webhook delivery. See <see cref="EmulatedWebhookFaults.Active"/>.</summary>
public sealed record ActiveWebhookFault
{
    /// <summary>The fault.</summary>
    public required EmulatedWebhookFault Fault { get; init; }

    /// <summary>The number of updates that it still applies to; <see langword="null"/> when it applies until it is cleared.</summary>
    public int? Left { get; init; }
}
