namespace WhatsCommerce.Messages;

/// <summary>Builds a message with an order to be paid: a body, the order, and optionally a picture and a footer.</summary>
/// <remarks>For businesses in Brazil and India. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.</remarks>
public sealed class OrderDetailsMessageBuilder : HeadedMessageBuilder<OrderDetailsMessageBuilder, OrderDetailsMessage>
{
    private readonly OrderDetailsBuilder _order;
    private OrderDetails? _built;

    internal OrderDetailsMessageBuilder(OrderDetailsBuilder order) => _order = order;

    /// <summary>Validates with a clock, and builds the message.</summary>
    /// <param name="timeProvider">
    /// The clock for the expiration of the order, which is checked now and again whenever the message is sent. Null for the system's clock.
    /// </param>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is violated; contains all violations.</exception>
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
            violations.Add(
                "interactive.header",
                ViolationRule.NotAllowed,
                "An order without items must not have a header: the total is shown there.");
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
