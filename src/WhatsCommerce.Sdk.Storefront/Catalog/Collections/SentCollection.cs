namespace WhatsCommerce.Storefronts;

/// <summary>What was sent of a collection or of the menu.</summary>
public sealed partial record SentCollection
{
    /// <summary>Gets how many products or collections were sent; 0 when no message was.</summary>
    public required int Count { get; init; }

    /// <summary>Gets a value indicating whether there are more, and a button that sends them.</summary>
    public bool HasMore { get; init; }

    /// <summary>Gets the message with the products or collections; absent when none was sent.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
