namespace WhatsCommerce.Webhooks;

/// <summary>Represents an item of a delivery whose JSON is valid but whose shape does not fit. Other items are not affected.</summary>
/// <remarks>Consecutive items without any content (numbers or <c>{}</c> instead of messages) are one event with their
/// <see cref="Count"/>.</remarks>
public sealed partial record MalformedEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public MalformedEvent() { }

    internal MalformedEvent(in EventHead head)
        : base(head) { }

    /// <summary>
    /// The path in the body, such as <c>entry[0].changes[1].value.messages[0].order.product_items[2].quantity</c>; <c>$</c> for the body
    /// itself.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The expected and the actual shape, without any of the customer's text.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The number of items that this event represents, starting with the one at <see cref="Path"/>; 1 unless the items are empty.
    /// </summary>
    public int Count { get; init; } = 1;

    /// <summary>The id of the message, if it could be read.</summary>
    public MessageId MessageId { get; init; }
}
