namespace WhatsCommerce.Storefronts;

/// <summary>Represents a typing indicator: a person of the shop who is writing in a conversation.</summary>
public sealed partial record ConversationTyping
{
    /// <summary>Gets the key of the conversation's customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets who is writing.</summary>
    public required string By { get; init; }

    /// <summary>Gets when the person last wrote, by the clock of the instance that they use.</summary>
    public required DateTimeOffset At { get; init; }
}
