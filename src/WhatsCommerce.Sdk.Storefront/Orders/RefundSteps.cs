namespace WhatsCommerce.Storefronts;

/// <summary>What refunds do to an order.</summary>
internal static class RefundSteps
{
    public const string Policy = "late payment policy";

    /// <summary>Money that nobody wants: the order is called off, and all of it goes back.</summary>
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

    /// <summary>The payment of an order by what was paid and given back: what was paid too much may go back without a trace.</summary>
    public static Order Settled(Order order)
    {
        if (order.Payment is OrderPaymentState.Due or OrderPaymentState.Pending)
        {
            return order;
        }

        decimal kept = order.Paid.Amount - order.Refunded.Amount;
        return order.PaymentIn(
            kept <= 0 ? OrderPaymentState.Refunded
            : kept >= order.Quote.Total.Amount ? OrderPaymentState.Paid
            : OrderPaymentState.PartlyRefunded);
    }
}
