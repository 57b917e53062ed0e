namespace WhatsCommerce.Analytics;

/// <summary>Represents the number of messages that were sent and delivered in one period.</summary>
/// <remarks>Source: Meta, analytics, messaging analytics.</remarks>
public sealed record MessagingDataPoint
{
    /// <summary><c>start</c>: the beginning of the period.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c>: the end of the period.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>sent</c>: the number of sent messages.</summary>
    public long? Sent { get; init; }

    /// <summary><c>delivered</c>: the number of delivered messages.</summary>
    public long? Delivered { get; init; }
}
