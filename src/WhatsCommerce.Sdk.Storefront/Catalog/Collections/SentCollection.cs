namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of sending a collection or the menu.</summary>
public sealed partial record SentCollection
{
    /// <summary>Gets the number of products or collections that were sent; 0 if no message was sent.</summary>
    public required int Count { get; init; }

    /// <summary>Gets a value indicating whether there are more, for which a button was sent.</summary>
    public bool HasMore { get; init; }

    /// <summary>Gets the id of the message with the products or collections; absent when none was sent.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
