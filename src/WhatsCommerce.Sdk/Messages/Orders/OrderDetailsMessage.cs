namespace WhatsCommerce.Messages;

/// <summary>A message with an order to be paid (<c>review_and_pay</c>). Created by <see cref="Message.OrderDetails"/>.</summary>
public sealed class OrderDetailsMessage : HeadedMessage
{
    private readonly TimeProvider _clock;

    internal OrderDetailsMessage(MessageHeader? header, string body, string? footer, OrderDetails order, TimeProvider clock)
        : base(header, body, footer)
    {
        Order = order;
        _clock = clock;
    }

    /// <inheritdoc/>
    public override string Kind => "order_details";

    /// <summary>The order.</summary>
    public OrderDetails Order { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => [.. Order.Products];

    private protected override TimeProvider Clock => _clock;

    private protected override void ValidateAtSend(Violations violations, Recipient to)
    {
        violations.Enter("interactive.action.parameters");
        Order.ValidateExpiration(violations);
        violations.Leave();
    }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "review_and_pay"u8);
        writer.WriteStartObject("parameters"u8);
        Order.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
