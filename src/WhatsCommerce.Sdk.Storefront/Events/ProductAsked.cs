namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a customer asks about a product: from its page, or in a reply that refers to it.</summary>
/// <remarks>
/// The handler must answer the question: if the app registered a handler of this event, no later responder answers the message. Name,
/// price, picture and availability are those at the time when the event is raised.
/// </remarks>
public sealed partial record ProductAsked : StorefrontEvent
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets how the product was identified.</summary>
    public AboutReason Reason { get; init; }

    /// <summary>Gets the id of the product's catalog; absent if the message does not contain it.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the name of the product; <see langword="null"/> when the shop does not know it.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the unit price; <see langword="null"/> when it is not known.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the URL of the product's picture; <see langword="null"/> when it is not known.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>
    /// Gets a value indicating whether the product can be ordered; <see langword="null"/> when the shop does not know the product.
    /// </summary>
    public bool? CanBeOrdered { get; init; }

    /// <summary>Gets the available quantity; <see langword="null"/> if it is not tracked.</summary>
    public int? Available { get; init; }

    /// <summary>Gets what the customer wrote; <see langword="null"/> for a message without text, such as a voice message.</summary>
    [Sensitive]
    public string? Question { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the recipient of the answer.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>Gets the id of the message, for quoting it in a reply.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
