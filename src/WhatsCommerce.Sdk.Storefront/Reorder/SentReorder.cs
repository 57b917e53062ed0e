namespace WhatsCommerce.Storefronts;

/// <summary>Represents the message that was sent to a customer for reordering.</summary>
public sealed partial record SentReorder
{
    /// <summary>Gets the list.</summary>
    public required ReorderList List { get; init; }

    /// <summary>Gets the number of products in the message; 0 when it says that there is nothing to order again.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the id of the message.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
