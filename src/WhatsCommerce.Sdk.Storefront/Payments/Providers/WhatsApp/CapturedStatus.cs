namespace WhatsCommerce.Storefronts;

/// <summary>Shows an order as paid in the chat, which Meta requires as soon as the payment is received.</summary>
internal sealed class CapturedStatus(ShopServices shop, CustomerMessages messages, Texts texts)
{
    public async Task TellAsync(PaymentReceived received, CancellationToken cancellationToken)
    {
        PaymentAttempt? attempt = received.AttemptId.HasValue
            ? await shop.Store.FindAttemptAsync(shop.ShopId, received.AttemptId, cancellationToken).ConfigureAwait(false)
            : null;
        Order? order = attempt is { Provider: WhatsAppProvider.ProviderName }
            ? await shop.Store.FindOrderAsync(shop.ShopId, attempt.OrderId, cancellationToken).ConfigureAwait(false)
            : null;
        if (attempt is null || order is null)
        {
            return;
        }

        OrderStatusMessageBuilder status = Message.OrderStatus(attempt.Id.ToString(), OrderStatus.Processing)
            .Body(texts.Get(StorefrontText.Fulfilling, order.Language, ("order_number", order.Number)));
        if (attempt.Amount.Currency.Code == "BRL")
        {
            status.Payment(OrderPaymentStatus.Captured, received.At);
        }

        await messages.SendAsync(
            new Outgoing(order.To, status.Build(), received with { PhoneNumberId = order.PhoneNumberId }) { Part = "/status" },
            cancellationToken)
            .ConfigureAwait(false);
    }
}
