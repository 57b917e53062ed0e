namespace WhatsCommerce.Analytics;

/// <summary>What group analytics count: an open value.</summary>
/// <remarks>Source: Meta, analytics, group analytics.</remarks>
[OpenWord]
public readonly partial record struct GroupMetric
{
    /// <summary>Messages that the business sent to the group.</summary>
    [Word("SENT")]
    public static partial GroupMetric Sent { get; }

    /// <summary>How often one of them was delivered to a participant.</summary>
    [Word("DELIVERED")]
    public static partial GroupMetric Delivered { get; }

    /// <summary>How often one of them was read by a participant.</summary>
    [Word("READ")]
    public static partial GroupMetric Read { get; }

    /// <summary>How often somebody joined.</summary>
    [Word("PARTICIPANTS_JOINED")]
    public static partial GroupMetric ParticipantsJoined { get; }

    /// <summary>How often somebody left.</summary>
    [Word("PARTICIPANTS_LEFT")]
    public static partial GroupMetric ParticipantsLeft { get; }
}
