namespace WhatsCommerce.Storefronts;

/// <summary>Specifies whether a message was sent into a conversation.</summary>
public enum ConversationSendOutcome
{
    /// <summary>Meta accepted the message.</summary>
    Sent,

    /// <summary>The customer's 24-hour window is closed: only a template can be sent.</summary>
    WindowClosed,

    /// <summary>The person does not own the conversation and must take it over first.</summary>
    NotTheirs,

    /// <summary>The conversation does not exist.</summary>
    NotFound,

    /// <summary>None of the products can be sent.</summary>
    NothingToSend,
}
