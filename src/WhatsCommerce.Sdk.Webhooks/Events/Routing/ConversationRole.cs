namespace WhatsCommerce.Webhooks;

/// <summary>Who answers in a conversation: an open value.</summary>
/// <remarks>Source: Meta, conversation-routing/overview.</remarks>
[OpenWord]
public readonly partial record struct ConversationRole
{
    /// <summary>The agent, such as the Meta Business Agent.</summary>
    [Word("ai_agent")]
    public static partial ConversationRole AiAgent { get; }

    /// <summary>Whoever answers those who came from an ad.</summary>
    [Word("ctwa")]
    public static partial ConversationRole ClickToWhatsApp { get; }

    /// <summary>Whoever answers those who write by themselves.</summary>
    [Word("customer_service")]
    public static partial ConversationRole CustomerService { get; }

    /// <summary>Whoever a conversation is passed on to, as a rule people.</summary>
    [Word("escalation")]
    public static partial ConversationRole Escalation { get; }

    /// <summary>Whoever answers replies to marketing.</summary>
    [Word("marketing")]
    public static partial ConversationRole Marketing { get; }

    /// <summary>Whoever answers replies to utility messages.</summary>
    [Word("utility")]
    public static partial ConversationRole Utility { get; }
}
