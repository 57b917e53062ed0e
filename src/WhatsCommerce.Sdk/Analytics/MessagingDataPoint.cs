namespace WhatsCommerce.Analytics;

/// <summary>Represents the number of messages that were sent and delivered in one period.</summary>
/// <remarks>Source: Meta, analytics, messaging analytics.</remarks>
public sealed record MessagingDataPoint
{
    /// <summary><c>start</c>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c>.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>sent</c>.</summary>
    public long? Sent { get; init; }

    /// <summary><c>delivered</c>.</summary>
    public long? Delivered { get; init; }
}
