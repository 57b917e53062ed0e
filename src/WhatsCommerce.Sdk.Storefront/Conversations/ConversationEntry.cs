namespace WhatsCommerce.Storefronts;

/// <summary>An entry of a conversation: a message, a note, or something that happened.</summary>
public sealed partial record ConversationEntry
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the id, unique in the shop: of a message that of WhatsApp.</summary>
    [Sensitive]
    public required string Id { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the place among all entries, given by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets what it is.</summary>
    public required ConversationEntryKind Kind { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public required ConversationAuthor Author { get; init; }

    /// <summary>Gets the person who wrote or did it; <see langword="null"/> when it was none, or it is not known who.</summary>
    public string? By { get; init; }

    /// <summary>Gets when it was written or happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Gets the kind of the message by Meta's name, such as <c>product_list</c>; of an event its name, such as <c>order_placed</c>.
    /// <see langword="null"/> for a note, and for a message that was sent elsewhere and of which only statuses came.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>Gets the message that it answers; absent when it answers none.</summary>
    [Sensitive]
    public MessageId RepliesTo { get; init; }

    /// <summary>Gets the content; <see langword="null"/> if there is none, or if it was removed.</summary>
    [Sensitive]
    public ConversationContent? Content { get; init; }

    /// <summary>Gets the products that it shows or asks for, at most 200.</summary>
    public IReadOnlyList<ShownProduct> Products { get; init; } = [];

    /// <summary>Gets the product that the customer's message is about; <see langword="null"/> when nothing decides it.</summary>
    public AboutProduct? About { get; init; }

    /// <summary>Gets the last status of a sent message: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c> and so on.</summary>
    public string? Status { get; init; }

    /// <summary>Gets since when.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>Gets Meta's code of the failure; <see langword="null"/> when it did not fail.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Gets Meta's description of the failure.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cart that it is about; absent when it is about none.</summary>
    public CartId CartId { get; init; }

    /// <summary>Gets the order that it is about; absent when it is about none.</summary>
    public OrderId OrderId { get; init; }

    /// <summary>Gets the number of that order.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Gets the money that it is about, such as what was paid.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
