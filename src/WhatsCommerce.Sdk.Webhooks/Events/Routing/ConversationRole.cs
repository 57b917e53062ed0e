namespace WhatsCommerce.Webhooks;

/// <summary>Who answers in a conversation: an open value.</summary>
/// <remarks>Source: Meta, conversation-routing/overview.</remarks>
public readonly record struct ConversationRole
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public ConversationRole(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The agent, such as the Meta Business Agent.</summary>
    public static ConversationRole AiAgent { get; } = new("ai_agent");

    /// <summary>Whoever answers those who came from an ad.</summary>
    public static ConversationRole ClickToWhatsApp { get; } = new("ctwa");

    /// <summary>Whoever answers those who write by themselves.</summary>
    public static ConversationRole CustomerService { get; } = new("customer_service");

    /// <summary>Whoever a conversation is passed on to, as a rule people.</summary>
    public static ConversationRole Escalation { get; } = new("escalation");

    /// <summary>Whoever answers replies to marketing.</summary>
    public static ConversationRole Marketing { get; } = new("marketing");

    /// <summary>Whoever answers replies to utility messages.</summary>
    public static ConversationRole Utility { get; } = new("utility");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "ai_agent" or "ctwa" or "customer_service" or "escalation" or "marketing" or "utility";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
