namespace WhatsCommerce;

/// <summary>Represents a role of conversation routing: which responder answers in a conversation. Unlisted values are kept.</summary>
/// <remarks>Source: Meta, conversation-routing/overview.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ConversationRole
{
    /// <summary>An automatic agent, such as the Meta Business Agent.</summary>
    [Word("ai_agent")]
    public static partial ConversationRole AiAgent { get; }

    /// <summary>The responder for customers who come from an ad (click to WhatsApp).</summary>
    [Word("ctwa")]
    public static partial ConversationRole ClickToWhatsApp { get; }

    /// <summary>The responder for customers who start a conversation themselves.</summary>
    [Word("customer_service")]
    public static partial ConversationRole CustomerService { get; }

    /// <summary>The escalation partner, to whom conversations are passed; usually people.</summary>
    [Word("escalation")]
    public static partial ConversationRole Escalation { get; }

    /// <summary>The responder for replies to marketing messages.</summary>
    [Word("marketing")]
    public static partial ConversationRole Marketing { get; }

    /// <summary>The responder for replies to utility messages.</summary>
    [Word("utility")]
    public static partial ConversationRole Utility { get; }
}
