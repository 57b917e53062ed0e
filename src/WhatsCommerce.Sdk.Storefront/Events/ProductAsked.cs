namespace WhatsCommerce.Storefronts;

/// <summary>A customer asks about a product: from its page, or in a reply that refers to it.</summary>
/// <remarks>
/// Whoever handles it answers the question: where the app registered a handler of this event, no later responder answers the message. Name,
/// price, picture and availability are those of the time at which the question is told.
/// </remarks>
public sealed partial record ProductAsked : StorefrontEvent
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets how the product was identified.</summary>
    public AboutReason Reason { get; init; }

    /// <summary>Gets the catalog of the product; absent if the message does not name it.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the name of the product; <see langword="null"/> when the shop does not know it.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the price of one; <see langword="null"/> when it is not known.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the address of its picture; <see langword="null"/> when it is not known.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>
    /// Gets a value indicating whether it can be ordered; <see langword="null"/> when the shop does not know the product.
    /// </summary>
    public bool? CanBeOrdered { get; init; }

    /// <summary>Gets the available quantity; <see langword="null"/> if it is not tracked.</summary>
    public int? Available { get; init; }

    /// <summary>Gets what the customer wrote; <see langword="null"/> when there are no words, as in a voice message.</summary>
    [Sensitive]
    public string? Question { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the address to answer to.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>Gets the message, to reply to it.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
