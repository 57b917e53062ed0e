namespace WhatsCommerce.Analytics;

/// <summary>Represents a metric of conversation analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, conversation analytics.</remarks>
[OpenWord]
public readonly partial record struct ConversationMetric
{
    /// <summary>The approximate costs, in the currency of the account; not reported where a solution partner pays.</summary>
    [Word("COST")]
    public static partial ConversationMetric Cost { get; }

    /// <summary>The number of conversations.</summary>
    [Word("CONVERSATION")]
    public static partial ConversationMetric Conversations { get; }
}
