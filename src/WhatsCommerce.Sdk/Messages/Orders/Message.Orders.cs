namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>Starts a message with an order to be paid, for businesses in Brazil and India.</summary>
    /// <example>
    /// <code>
    /// OrderDetailsMessage bill = Message.OrderDetails("order-42", order =&gt; order
    ///         .PhysicalGoods()
    ///         .Item("apple-1kg", "Apples, 1 kg", new Money(7.90m, "BRL"), quantity: 2)
    ///         .Shipping(new Money(5.00m, "BRL"))
    ///         .Payment(PaymentSetting.Link("https://shop.example/pay/42")))
    ///     .Body("Your order is ready to be paid.")
    ///     .Build();
    /// </code>
    /// </example>
    /// <param name="referenceId">
    /// The shop's own id of the order, unique in each such message: letters, digits, <c>_</c>, <c>.</c> and <c>-</c>, at most
    /// <see cref="MessageLimits.OrderReferenceId"/> characters, in India <see cref="MessageLimits.OrderReferenceIdInIndia"/>.
    /// </param>
    /// <param name="order">Configures the order; called immediately.</param>
    public static OrderDetailsMessageBuilder OrderDetails(string? referenceId, Action<OrderDetailsBuilder> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        OrderDetailsBuilder builder = new(referenceId);
        order(builder);
        return new(builder);
    }

    /// <summary>Starts a message with the status of an order.</summary>
    /// <param name="referenceId">The id of the order in its order details message.</param>
    /// <param name="status">The status; optional in a message about the payment alone.</param>
    public static OrderStatusMessageBuilder OrderStatus(string? referenceId, OrderStatus status = default) => new(referenceId, status);
}
