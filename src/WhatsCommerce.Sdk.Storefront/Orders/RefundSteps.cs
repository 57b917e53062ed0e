namespace WhatsCommerce.Storefronts;

/// <summary>The effects of refunds on an order.</summary>
internal static class RefundSteps
{
    public const string Policy = "late payment policy";

    /// <summary>Cancels an order and refunds everything that was paid for it.</summary>
    public static Change Return(Change change, string id, ReviewReason reason, DateTimeOffset now)
    {
        Money amount = change.Attempt.Paid!.Value;
        Order order = change.Order!.In(OrderState.NeedsReview).In(OrderState.Cancelled);
        return change with
        {
            Attempt = change.Attempt with { RefundsReserved = amount },
            Order = order with { RefundsReserved = order.RefundsReserved + amount },
            Refund = new Refund
            {
                ShopId = order.ShopId,
                Id = id,
                OrderId = order.Id,
                AttemptId = change.Attempt.Id,
                Amount = amount,
                By = Policy,
                Reason = reason.ToString(),
                CreatedAt = now,
                CheckAt = now,
            },
        };
    }

    /// <summary>
    /// The order with its payment state computed from what was paid and refunded; refunding an overpayment leaves it paid.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="endsDispute">Whether the provider says that its dispute is over; until then it stays disputed.</param>
    public static Order Settled(Order order, bool endsDispute = false)
    {
        if (order.Payment is OrderPaymentState.Due or OrderPaymentState.Pending
            || (order.Payment == OrderPaymentState.Disputed && !endsDispute))
        {
            return order;
        }

        decimal kept = order.Paid.Amount - order.Refunded.Amount;
        return order.PaymentIn(
            kept <= 0 ? OrderPaymentState.Refunded
            : kept >= order.Quote.Total.Amount ? OrderPaymentState.Paid
            : OrderPaymentState.PartlyRefunded);
    }

    public static OrderRefunded Refunded(Order order, Refund refund, DateTimeOffset now) => new()
    {
        Id = $"{refund.Id}/done",
        ShopId = order.ShopId,
        Customer = order.Customer,
        At = now,
        OrderId = order.Id,
        OrderNumber = order.Number,
        PhoneNumberId = order.PhoneNumberId,
        RefundId = refund.Id,
        Amount = refund.Amount,
        By = refund.By,
        Reason = refund.Reason,
    };
}
