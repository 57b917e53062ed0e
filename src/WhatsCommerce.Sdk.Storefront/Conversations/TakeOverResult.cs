namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of taking over a conversation.</summary>
public sealed record TakeOverResult
{
    /// <summary>Gets the outcome.</summary>
    public required TakeOverOutcome Outcome { get; init; }

    /// <summary>Gets the conversation after the call; <see langword="null"/> when it does not exist.</summary>
    public CustomerConversation? Conversation { get; init; }
}
