namespace WhatsCommerce.Storefronts;

/// <summary>Creates the one-sentence order updates for customers.</summary>
internal sealed class OrderSentences(Texts texts)
{
    /// <summary>The sentence of an event.</summary>
    /// <param name="kind">The name of the event's type.</param>
    /// <param name="order">The order.</param>
    /// <param name="detail">The result of <see cref="DetailOf"/> for the event.</param>
    /// <returns>The sentence; null when customers are not notified of it.</returns>
    public string? Of(string? kind, Order order, string? detail)
    {
        StorefrontText? text = kind switch
        {
            nameof(OrderPlaced) => order.Paid.Amount > 0 || order.Quote.Total.Amount == 0
                ? StorefrontText.OrderPlaced
                : StorefrontText.OrderPlacedDue,
            // Expired offers are not reported: reminding the customer is the recovery module's task.
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

    /// <summary>Whether customers are notified of an event.</summary>
    public static bool AreTold(OrderStoryEvent told) => told is OrderPlaced or PaymentPending or OrderNeedsReview or OrderRefunded
        or OrderAdvanced or PaymentFailed { State: AttemptState.Failed };

    /// <summary>The data of an event that the sentence needs besides the order.</summary>
    public static string? DetailOf(OrderStoryEvent told) => told switch
    {
        PaymentFailed failed => failed.State.ToString(),
        OrderRefunded refunded => refunded.Amount.ToString(),
        OrderAdvanced advanced => advanced.State.ToString(),
        _ => null,
    };
}
