namespace WhatsCommerce.Messages;

/// <summary>Builds a message with the status of an order: requires a body, and the status of the order, of its payment, or both.</summary>
/// <remarks>
/// An invalid change of the status fails with a status webhook (2046), see <see cref="OrderStatus.CanBecome"/>; so does the cancellation of
/// a paid order (2047). Source: Meta, payments/payments-br/orders and payments/payments-in/pg, "Order status".
/// </remarks>
public sealed class OrderStatusMessageBuilder : InteractiveMessageBuilder<OrderStatusMessageBuilder, OrderStatusMessage>
{
    private OrderStatusUpdate _update;

    internal OrderStatusMessageBuilder(string? referenceId, OrderStatus status) => _update = new(referenceId, status);

    /// <summary>Sets a text about the status, such as why the order was canceled.</summary>
    /// <param name="text">At most <see cref="MessageLimits.OrderStatusDescription"/> characters; null or empty for none.</param>
    public OrderStatusMessageBuilder Description(string? text)
    {
        _update = _update with { Description = NullIfEmpty(text) };
        return this;
    }

    /// <summary>Sets the status of the payment; a captured one shows the order as paid.</summary>
    /// <param name="status">The status.</param>
    /// <param name="at">The time of the status; fractions of a second are truncated.</param>
    public OrderStatusMessageBuilder Payment(OrderPaymentStatus status, DateTimeOffset? at = null)
    {
        _update = _update with { PaymentStatus = status, PaidAt = at };
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        RequireBody(violations);
        AllowFooter(violations);
        violations.Enter("interactive.action.parameters");
        _update.Validate(violations);
        violations.Leave();
    }

    private protected override OrderStatusMessage Create() => new(BodyText!, FooterText, _update);
}
