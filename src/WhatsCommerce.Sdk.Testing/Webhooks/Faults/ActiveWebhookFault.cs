namespace WhatsCommerce.Testing;

/// <summary>A fault that waits to strike. See <see cref="EmulatedWebhookFaults.Active"/>.</summary>
public sealed record ActiveWebhookFault
{
    /// <summary>The fault.</summary>
    public required EmulatedWebhookFault Fault { get; init; }

    /// <summary>How many updates it is still to strike; <see langword="null"/> when it strikes until it is cleared.</summary>
    public int? Left { get; init; }
}
