namespace WhatsCommerce.Webhooks;

/// <summary>An item of a delivery whose JSON is valid but whose shape does not fit. Its neighbours are not affected.</summary>
/// <remarks>Items next to each other that hold nothing at all (numbers or <c>{}</c> where messages belong) are one event with their
/// <see cref="Count"/>.</remarks>
public sealed partial record MalformedEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for tests of your own.</summary>
    public MalformedEvent() { }

    internal MalformedEvent(in EventHead head)
        : base(head) { }

    /// <summary>
    /// Where in the body, such as <c>entry[0].changes[1].value.messages[0].order.product_items[2].quantity</c>; <c>$</c> for the body
    /// itself.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>What was expected and what was found, without any of the customer's text.</summary>
    public required string Reason { get; init; }

    /// <summary>How many items this stands for, beginning with the one at <see cref="Path"/>; 1 unless they hold nothing.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The id of the message, if that much could be read.</summary>
    public MessageId MessageId { get; init; }
}
