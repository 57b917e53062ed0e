namespace WhatsCommerce.Analytics;

/// <summary>Represents the activity in a group on one day.</summary>
/// <remarks>Figures are approximate. Source: Meta, analytics, group analytics.</remarks>
public sealed record GroupDataPoint
{
    /// <summary><c>group_id</c>: the group.</summary>
    public GroupId GroupId { get; init; }

    /// <summary><c>start</c> of the day.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c> of the day.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>sent</c>: messages of the business.</summary>
    public long? Sent { get; init; }

    /// <summary><c>delivered</c>, counted for each participant.</summary>
    public long? Delivered { get; init; }

    /// <summary><c>read</c>, counted for each participant.</summary>
    public long? Read { get; init; }

    /// <summary><c>joined</c>: participants who joined.</summary>
    public long? Joined { get; init; }

    /// <summary><c>left</c>: participants who left.</summary>
    public long? Left { get; init; }
}
