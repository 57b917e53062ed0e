namespace WhatsCommerce.Analytics;

/// <summary>Represents a metric of group analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, group analytics.</remarks>
[OpenWord]
public readonly partial record struct GroupMetric
{
    /// <summary>Messages that the business sent to the group.</summary>
    [Word("SENT")]
    public static partial GroupMetric Sent { get; }

    /// <summary>Deliveries to participants.</summary>
    [Word("DELIVERED")]
    public static partial GroupMetric Delivered { get; }

    /// <summary>Reads by participants.</summary>
    [Word("READ")]
    public static partial GroupMetric Read { get; }

    /// <summary>Participants who joined.</summary>
    [Word("PARTICIPANTS_JOINED")]
    public static partial GroupMetric ParticipantsJoined { get; }

    /// <summary>Participants who left.</summary>
    [Word("PARTICIPANTS_LEFT")]
    public static partial GroupMetric ParticipantsLeft { get; }
}
