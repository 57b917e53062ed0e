namespace WhatsCommerce.Storefronts;

/// <summary>Applies changes that a provider reports after a payment: refunds made in its dashboard, and disputes.</summary>
internal static class Reversals
{
    // Card payments can be disputed for about four months.
    private static readonly TimeSpan TimeToLook = TimeSpan.FromDays(180);
    private const int MostDoublings = 6;

    /// <summary>
    /// When a paid attempt is next checked: after a day, then at increasing intervals; null when no change is expected.
    /// </summary>
    public static DateTimeOffset? NextLook(PaymentAttempt attempt, DateTimeOffset now)
    {
        DateTimeOffset next = now + TimeSpan.FromDays(1 << Math.Min(attempt.Checks, MostDoublings));
        return next < attempt.CreatedAt + TimeToLook ? next : null;
    }

    /// <summary>The changes that follow from checking a paid attempt.</summary>
    public static Change Of(PaymentAttempt attempt, Order order, ProviderPayment payment, ShopServices shop)
    {
        Change change = new(attempt with { Checks = attempt.Checks + 1, CheckAt = NextLook(attempt, shop.Now) });
        change = GivenBack(change, order, payment, shop);
        return Disputed(change, change.Order ?? order, payment, shop);
    }

    /// <summary>
    /// An amount refunded by the provider beyond what the shop requested was refunded by somebody else, such as in the dashboard. Refunds
    /// of the shop with an unknown outcome count as the shop's; if one has failed, the next check corrects it.
    /// </summary>
    private static Change GivenBack(Change change, Order order, ProviderPayment payment, ShopServices shop)
    {
        PaymentAttempt attempt = change.Attempt;
        Money? counted = shop.Guards.Has(Guard.ForeignRefundCountsOnce) ? attempt.RefundsReserved : attempt.RefundsReserved * 0;
        if (counted is not Money known || payment.Refunded is not Money back || back.Currency != known.Currency
            || back.Amount <= known.Amount)
        {
            return change;
        }

        Money more = back - known;
        Refund refund = new()
        {
            ShopId = shop.ShopId,
            Id = shop.Ids.Next(),
            OrderId = order.Id,
            AttemptId = attempt.Id,
            Amount = more,
            State = RefundState.Done,
            By = attempt.Provider,
            Reason = "Given back at the provider.",
            CreatedAt = shop.Now,
        };
        return change with
        {
            Attempt = attempt with { RefundsReserved = back },
            Order = more.Currency == order.Paid.Currency
                ? RefundSteps.Settled(order with
                {
                    Refunded = order.Refunded + more,
                    RefundsReserved = order.RefundsReserved + more,
                })
                : change.Order,
            Refund = refund,
            Events = [.. change.Events, RefundSteps.Refunded(order, refund, shop.Now)],
        };
    }

    private static Change Disputed(Change change, Order order, ProviderPayment payment, ShopServices shop)
    {
        PaymentAttempt attempt = change.Attempt;
        if (payment.IsDisputed is not bool isDisputed || isDisputed == attempt.IsDisputed)
        {
            return change;
        }

        change = change with { Attempt = attempt with { IsDisputed = isDisputed } };
        if (!isDisputed)
        {
            // The order stays in review.
            return order.Payment == OrderPaymentState.Disputed
                ? change with { Order = RefundSteps.Settled(order, endsDispute: true) }
                : change;
        }

        bool canBeDisputed = order.Payment is OrderPaymentState.Paid or OrderPaymentState.PartlyRefunded;
        PaymentDisputed disputed = new()
        {
            Id = OrderSteps.EventId(attempt, "disputed"),
            ShopId = shop.ShopId,
            Customer = order.Customer,
            At = shop.Now,
            OrderId = order.Id,
            OrderNumber = order.Number,
            PhoneNumberId = order.PhoneNumberId,
            AttemptId = attempt.Id,
            Amount = attempt.Paid ?? attempt.Amount,
        };
        return OrderSteps.Review(
            change with
            {
                Order = canBeDisputed ? order.PaymentIn(OrderPaymentState.Disputed) : order,
                Events = [.. change.Events, disputed],
            },
            order,
            ReviewReason.Disputed,
            shop.Now);
    }
}
