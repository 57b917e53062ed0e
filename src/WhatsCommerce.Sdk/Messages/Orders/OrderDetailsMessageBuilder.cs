namespace WhatsCommerce.Messages;

/// <summary>Builds a message with an order to be paid: a body, the order, and a picture and a footer if you like.</summary>
/// <remarks>For businesses in Brazil and India. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.</remarks>
public sealed class OrderDetailsMessageBuilder : HeadedMessageBuilder<OrderDetailsMessageBuilder, OrderDetailsMessage>
{
    private readonly OrderDetailsBuilder _order;
    private OrderDetails? _built;

    internal OrderDetailsMessageBuilder(OrderDetailsBuilder order) => _order = order;

    /// <summary>Checks every rule by a clock, and builds the message.</summary>
    /// <param name="timeProvider">
    /// What time it is, for the expiration of the order: now, and once more whenever the message is sent. Null for the system's time.
    /// </param>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is broken; names all of them.</exception>
    public OrderDetailsMessage Build(TimeProvider? timeProvider) => BuildAt(timeProvider ?? TimeProvider.System);

    private protected override void Validate(Violations violations)
    {
        _built = _order.ToOrder();
        if (HeaderContent is { Type: "video" })
        {
            violations.Add("interactive.header.type", ViolationRule.NotAllowed, "An order has no video above it; give it a picture.");
        }
        else if (HeaderContent is not null && _built.IsTotalOnly)
        {
            violations.Add("interactive.header", ViolationRule.NotAllowed, "An order without items has no header: the total stands there.");
        }
        else
        {
            AllowHeader(violations);
        }

        RequireBody(violations);
        AllowFooter(violations);
        violations.Enter("interactive.action.parameters");
        _built.Validate(violations);
        violations.Leave();
    }

    private protected override OrderDetailsMessage Create() => new(HeaderContent, BodyText!, FooterText, _built!, Clock);
}
