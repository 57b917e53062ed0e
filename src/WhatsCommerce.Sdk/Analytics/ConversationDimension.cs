namespace WhatsCommerce.Analytics;

/// <summary>Represents a dimension of conversation analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, conversation analytics.</remarks>
[OpenWord]
public readonly partial record struct ConversationDimension
{
    /// <summary>Category.</summary>
    [Word("CONVERSATION_CATEGORY")]
    public static partial ConversationDimension Category { get; }

    /// <summary>The direction: who started the conversation.</summary>
    [Word("CONVERSATION_DIRECTION")]
    public static partial ConversationDimension Direction { get; }

    /// <summary>Regular or free.</summary>
    [Word("CONVERSATION_TYPE")]
    public static partial ConversationDimension Type { get; }

    /// <summary>Country of the customer.</summary>
    [Word("COUNTRY")]
    public static partial ConversationDimension Country { get; }

    /// <summary>Number of the business.</summary>
    [Word("PHONE")]
    public static partial ConversationDimension PhoneNumber { get; }
}
