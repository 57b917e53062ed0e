namespace WhatsCommerce.Storefronts;

/// <summary>How a take-over ended, and the conversation as it is now.</summary>
public sealed record TakeOverResult
{
    /// <summary>Gets how it ended.</summary>
    public required TakeOverOutcome Outcome { get; init; }

    /// <summary>Gets the conversation; <see langword="null"/> when there is none.</summary>
    public CustomerConversation? Conversation { get; init; }
}
