namespace WhatsCommerce.Storefronts;

/// <summary>Represents an entry of a conversation: a message, a note, or an event.</summary>
public sealed partial record ConversationEntry
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id of the entry, unique within the shop; for a message it is WhatsApp's message id.</summary>
    [Sensitive]
    public required string Id { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the position among all entries, assigned by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the kind of the entry.</summary>
    public required ConversationEntryKind Kind { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public required ConversationAuthor Author { get; init; }

    /// <summary>Gets the person who wrote or did it; <see langword="null"/> when it was not a person, or the person is unknown.</summary>
    public string? By { get; init; }

    /// <summary>Gets when it was written or happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Gets Meta's name of the message type, such as <c>product_list</c>, or the name of the event, such as <c>order_placed</c>.
    /// <see langword="null"/> for a note, and for a message that was sent by another program and is known only from statuses.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>Gets the id of the message that it replies to; absent when it is not a reply.</summary>
    [Sensitive]
    public MessageId RepliesTo { get; init; }

    /// <summary>Gets the content; <see langword="null"/> if there is none, or if it was deleted.</summary>
    [Sensitive]
    public ConversationContent? Content { get; init; }

    /// <summary>Gets the products that the message shows or orders, at most 200.</summary>
    public IReadOnlyList<ShownProduct> Products { get; init; } = [];

    /// <summary>Gets the product that the customer's message is about; <see langword="null"/> when it cannot be determined.</summary>
    public AboutProduct? About { get; init; }

    /// <summary>Gets the last status of a sent message: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c> and so on.</summary>
    public string? Status { get; init; }

    /// <summary>Gets when the status was reported.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>Gets Meta's error code; <see langword="null"/> when the message did not fail.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Gets Meta's error message; <see langword="null"/> when the message did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the id of the cart that it is about; absent if there is none.</summary>
    public CartId CartId { get; init; }

    /// <summary>Gets the id of the order that it is about; absent if there is none.</summary>
    public OrderId OrderId { get; init; }

    /// <summary>Gets the order number.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Gets the amount that it is about, such as the paid amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
