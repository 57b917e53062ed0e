namespace WhatsCommerce.Messages;

/// <summary>The data of an order in a message or a template: its status, its payment.</summary>
internal sealed record OrderStatusUpdate(string? ReferenceId, OrderStatus Status)
{
    public string? Description { get; init; }
    public OrderPaymentStatus PaymentStatus { get; init; }
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Checks it; paths are below its object.</summary>
    public void Validate(Violations violations)
    {
        violations.RequireReferenceId("reference_id", ReferenceId, MessageLimits.OrderReferenceId);
        if (!Status.HasValue && !PaymentStatus.HasValue)
        {
            violations.Add("order.status", ViolationRule.Required, "Say how far the order has come (OrderStatus.Shipped), or its payment.");
        }
        else if (Status.HasValue && !Status.IsKnown)
        {
            violations.Add("order.status", ViolationRule.Format,
                "The status of an order is pending, processing, partially_shipped, shipped, completed or canceled; see OrderStatus.");
        }

        violations.AllowText("order.description", Description, MessageLimits.OrderStatusDescription, "The text about the status");
        if (!Status.HasValue && !string.IsNullOrEmpty(Description))
        {
            violations.Add(
                "order.description", ViolationRule.NotAllowed, "A text about the status needs the status; leave it out or say both.");
        }

        if (PaymentStatus.HasValue && !PaymentStatus.IsKnown)
        {
            violations.Add("payment.status", ViolationRule.Format,
                "The status of a payment is pending, captured or failed; see OrderPaymentStatus.");
        }
    }

    /// <summary>Writes the members of its object.</summary>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("reference_id"u8, ReferenceId);
        if (Status.HasValue)
        {
            writer.WriteStartObject("order"u8);
            writer.WriteString("status"u8, Status.Value);
            if (!string.IsNullOrEmpty(Description))
            {
                writer.WriteString("description"u8, Description);
            }

            writer.WriteEndObject();
        }

        if (PaymentStatus.HasValue)
        {
            writer.WriteStartObject("payment"u8);
            writer.WriteString("status"u8, PaymentStatus.Value);
            if (PaidAt is DateTimeOffset paidAt)
            {
                writer.WriteNumber("timestamp"u8, paidAt.ToUnixTimeSeconds());
            }

            writer.WriteEndObject();
        }
    }
}
