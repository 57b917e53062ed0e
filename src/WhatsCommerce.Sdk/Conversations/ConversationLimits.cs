namespace WhatsCommerce.Conversations;

/// <summary>The limits of conversation routing.</summary>
public static class ConversationLimits
{
    /// <summary>
    /// Note for the responder that receives a conversation: 2000 characters. Source: Meta, webhooks/reference/messaging-handovers,
    /// <c>metadata</c>.
    /// </summary>
    public static int Note => 2000;
}
