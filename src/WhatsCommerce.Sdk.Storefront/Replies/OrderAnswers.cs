using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Tells the customer what became of an order.</summary>
internal sealed class OrderAnswers(StorefrontOrders orders, Texts texts, CustomerMessages sender)
{
    public async Task TellAsync(OrderStoryEvent told, CancellationToken cancellationToken)
    {
        if (await orders.GetAsync(told.OrderId, cancellationToken).ConfigureAwait(false) is not Order order
            || MessageOf(told, order) is not OutboundMessage message)
        {
            return;
        }

        try
        {
            await sender.SendAsync(order.To, message, told, replyTo: default, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException exception) when (told is OrderAdvanced && !exception.IsRetrySafe && exception is not OutcomeUnknownException)
        {
            // Meta takes order_status for orders of order_details in some countries only. The words reach everybody.
            OrderAdvanced advanced = (OrderAdvanced)told;
            await sender.SendAsync(
                order.To,
                Message.Text(TextOf(advanced, order)).Build(),
                advanced with { Id = advanced.Id + "/text" },
                replyTo: default,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private OutboundMessage? MessageOf(OrderStoryEvent told, Order order)
    {
        (string, string) number = ("order_number", order.Number);
        string? language = order.Language;
        return told switch
        {
            OrderPlaced placed => Message.Text(texts.Get(
                order.Paid.Amount > 0 || placed.Total.Amount == 0 ? StorefrontText.OrderPlaced : StorefrontText.OrderPlacedDue,
                language,
                number,
                ("cart_total", placed.Total.ToString()))).Build(),
            // Who let an offer pass was told when it ended; to remind them is not the checkout's.
            PaymentFailed { State: AttemptState.Failed } => Message.Buttons()
                .Body(texts.Get(StorefrontText.PaymentFailed, language, number))
                .Button(Buttons.Of(Buttons.Offer, order.CartId), texts.Get(StorefrontText.RetryButton, language))
                .Build(),
            PaymentPending => Message.Text(texts.Get(StorefrontText.PaymentPending, language)).Build(),
            OrderNeedsReview => Message.Text(texts.Get(StorefrontText.NeedsReview, language, number)).Build(),
            OrderRefunded refunded => Message.Text(
                texts.Get(StorefrontText.Refunded, language, number, ("amount", refunded.Amount.ToString()))).Build(),
            OrderAdvanced advanced => Message.OrderStatus(order.Id.ToString(), StatusOf(advanced.State))
                .Body(TextOf(advanced, order))
                .Build(),
            _ => null,
        };
    }

    private string TextOf(OrderAdvanced advanced, Order order) => advanced.Note ?? texts.Get(
        advanced.State switch
        {
            OrderState.Fulfilling => StorefrontText.Fulfilling,
            OrderState.Done => StorefrontText.Done,
            _ => StorefrontText.Cancelled,
        },
        order.Language,
        ("order_number", order.Number));

    private static OrderStatus StatusOf(OrderState state) => state switch
    {
        OrderState.Fulfilling => OrderStatus.Processing,
        OrderState.Done => OrderStatus.Completed,
        _ => OrderStatus.Canceled,
    };
}
