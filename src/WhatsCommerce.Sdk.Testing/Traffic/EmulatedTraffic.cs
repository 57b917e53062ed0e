namespace WhatsCommerce.Testing;

/// <summary>Requests and webhooks that changed after a revision. See <see cref="CloudApiEmulator.TrafficSince"/>.</summary>
public sealed record EmulatedTraffic
{
    /// <summary>The requests, oldest first.</summary>
    public required IReadOnlyList<RecordedRequest> Requests { get; init; }

    /// <summary>The webhooks, oldest first.</summary>
    public required IReadOnlyList<RecordedDelivery> Deliveries { get; init; }

    /// <summary>The revision for the next call.</summary>
    public required long Revision { get; init; }

    /// <summary>The number of the oldest request or webhook that is kept; older ones were discarded.</summary>
    public required long Oldest { get; init; }
}
