namespace WhatsCommerce.Webhooks;

/// <summary>Represents the waiting events in a lane of a delivery queue, over all instances.</summary>
public sealed record LaneDepth
{
    /// <summary>Gets the lane.</summary>
    public required DeliveryLane Lane { get; init; }

    /// <summary>
    /// Gets the number of events. Approximate: an event that was delivered again while it waited may be counted twice until its
    /// conversation is empty.
    /// </summary>
    public required long Events { get; init; }

    /// <summary>Gets the number of conversations that have events.</summary>
    public required long Conversations { get; init; }

    /// <summary>Gets the number of conversations that instances currently own.</summary>
    public required long Leased { get; init; }

    /// <summary>Gets how long the oldest event has been waiting.</summary>
    public required TimeSpan Oldest { get; init; }
}
