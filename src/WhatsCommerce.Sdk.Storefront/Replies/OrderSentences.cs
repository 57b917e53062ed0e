namespace WhatsCommerce.Storefronts;

/// <summary>What a customer is told of an order, in one sentence.</summary>
internal sealed class OrderSentences(Texts texts)
{
    /// <summary>The sentence of an event.</summary>
    /// <param name="kind">The name of the event's type.</param>
    /// <param name="order">The order.</param>
    /// <param name="detail">What <see cref="DetailOf"/> gave of the event.</param>
    /// <returns>The sentence; null when customers are told nothing of it.</returns>
    public string? Of(string? kind, Order order, string? detail)
    {
        StorefrontText? text = kind switch
        {
            nameof(OrderPlaced) => order.Paid.Amount > 0 || order.Quote.Total.Amount == 0
                ? StorefrontText.OrderPlaced
                : StorefrontText.OrderPlacedDue,
            // Who let an offer pass was told when it ended; to remind them is not the checkout's.
            nameof(PaymentFailed) when detail == nameof(AttemptState.Failed) => StorefrontText.PaymentFailed,
            nameof(PaymentPending) => StorefrontText.PaymentPending,
            nameof(OrderNeedsReview) => StorefrontText.NeedsReview,
            nameof(OrderRefunded) => StorefrontText.Refunded,
            nameof(OrderAdvanced) => detail switch
            {
                nameof(OrderState.Fulfilling) => StorefrontText.Fulfilling,
                nameof(OrderState.Done) => StorefrontText.Done,
                _ => StorefrontText.Cancelled,
            },
            _ => null,
        };
        return text is StorefrontText known
            ? texts.Get(
                known,
                order.Language,
                ("order_number", order.Number),
                ("cart_total", order.Quote.Total.ToString()),
                ("amount", detail ?? ""))
            : null;
    }

    /// <summary>Whether customers are told something of an event.</summary>
    public static bool AreTold(OrderStoryEvent told) => told is OrderPlaced or PaymentPending or OrderNeedsReview or OrderRefunded
        or OrderAdvanced or PaymentFailed { State: AttemptState.Failed };

    /// <summary>What the sentence needs of an event beside the order.</summary>
    public static string? DetailOf(OrderStoryEvent told) => told switch
    {
        PaymentFailed failed => failed.State.ToString(),
        OrderRefunded refunded => refunded.Amount.ToString(),
        OrderAdvanced advanced => advanced.State.ToString(),
        _ => null,
    };
}
