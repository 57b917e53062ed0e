namespace WhatsCommerce.Storefronts;

/// <summary>Whether a message was sent into a conversation.</summary>
public enum ConversationSendOutcome
{
    /// <summary>Meta took it.</summary>
    Sent,

    /// <summary>The customer's 24 hours are over: only a template can be sent.</summary>
    WindowClosed,

    /// <summary>The person does not have the conversation: they take it over first.</summary>
    NotTheirs,

    /// <summary>There is no such conversation.</summary>
    NotFound,

    /// <summary>None of the products can be sent.</summary>
    NothingToSend,
}
