namespace WhatsCommerce.Testing;

/// <summary>Requests and webhooks that changed after a revision. See <see cref="CloudApiEmulator.TrafficSince"/>.</summary>
public sealed record EmulatedTraffic
{
    /// <summary>The requests, the oldest first.</summary>
    public required IReadOnlyList<RecordedRequest> Requests { get; init; }

    /// <summary>The webhooks, the oldest first.</summary>
    public required IReadOnlyList<RecordedDelivery> Deliveries { get; init; }

    /// <summary>What to ask with next time.</summary>
    public required long Revision { get; init; }

    /// <summary>The number of the oldest request or webhook that is remembered; older ones are forgotten.</summary>
    public required long Oldest { get; init; }
}
