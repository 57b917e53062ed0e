namespace WhatsCommerce.Storefronts;

/// <summary>What was sent to a customer to order again.</summary>
public sealed partial record SentReorder
{
    /// <summary>Gets the list.</summary>
    public required ReorderList List { get; init; }

    /// <summary>Gets how many products the message shows; 0 when it says that there is nothing.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the message.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
