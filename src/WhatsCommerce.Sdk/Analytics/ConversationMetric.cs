namespace WhatsCommerce.Analytics;

/// <summary>What conversation analytics count: an open value.</summary>
/// <remarks>Source: Meta, analytics, conversation analytics.</remarks>
[OpenWord]
public readonly partial record struct ConversationMetric
{
    /// <summary>About what they cost, in the currency of the account; not reported where a solution partner pays.</summary>
    [Word("COST")]
    public static partial ConversationMetric Cost { get; }

    /// <summary>How many there were.</summary>
    [Word("CONVERSATION")]
    public static partial ConversationMetric Conversations { get; }
}
