namespace WhatsCommerce.Messages;

/// <summary>
/// Builds a message with the status of an order: a body is required, and the order's status, its payment's status or both.
/// </summary>
/// <remarks>
/// A status that cannot follow comes back as failed (2046), see <see cref="OrderStatus.CanBecome"/>; so does canceling what was paid
/// (2047). Source: Meta, payments/payments-br/orders and payments/payments-in/pg, "Order status".
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

    /// <summary>Says how far the payment has come; a captured one shows the order as paid.</summary>
    /// <param name="status">How far.</param>
    /// <param name="at">Since when; fractions of a second are cut off.</param>
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
