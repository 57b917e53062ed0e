namespace WhatsCommerce.Messages;

/// <summary>A message that says how far an order has come. Made by <see cref="Message.OrderStatus"/>.</summary>
public sealed class OrderStatusMessage : InteractiveMessage
{
    private readonly OrderStatusUpdate _update;

    internal OrderStatusMessage(string body, string? footer, OrderStatusUpdate update)
        : base(body, footer) => _update = update;

    /// <inheritdoc/>
    public override string Kind => "order_status";

    /// <summary>The id of the order, as its order details message named it.</summary>
    public string ReferenceId => _update.ReferenceId!;

    /// <summary>How far it has come; absent in a message about its payment alone.</summary>
    public OrderStatus Status => _update.Status;

    /// <summary>How far its payment has come; absent in a message about the order alone.</summary>
    public OrderPaymentStatus PaymentStatus => _update.PaymentStatus;

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "review_order"u8);
        writer.WriteStartObject("parameters"u8);
        _update.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
