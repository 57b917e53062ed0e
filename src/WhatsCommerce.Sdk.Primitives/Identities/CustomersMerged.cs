namespace WhatsCommerce;

/// <summary>Two keys that turned out to be one customer's: what is stored under the merged key belongs to the survivor.</summary>
public sealed record CustomersMerged
{
    /// <summary>Gets the key that stays valid: the older one.</summary>
    public required CustomerKey Survivor { get; init; }

    /// <summary>Gets the key that is no longer used. It is never assigned to another customer.</summary>
    public required CustomerKey Merged { get; init; }
}
