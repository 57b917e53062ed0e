namespace WhatsCommerce.Storefronts;

/// <summary>Stores a message that responders may answer; the webhook does nothing else.</summary>
internal sealed class MessageIntake(ShopServices shop, MessageAnswers answers)
{
    public async Task ReceiveAsync(MessageEvent received, WebhookContext context, CancellationToken cancellationToken)
    {
        if (InboundMessages.Read(received) is not InboundMessage message
            || (received.GroupId.HasValue && Buttons.Read(message.ButtonId) is null)
            || !answers.Concerns(message))
        {
            return;
        }

        MessageReceived stored = new()
        {
            Id = SendKey.HashOf("message", context.Key.Event),
            ShopId = shop.ShopId,
            Customer = context.CustomerKey,
            PhoneNumberId = received.PhoneNumberId,
            At = shop.Now,
            Message = message,
            To = received.Customer.ToRecipient(),
        };

        // If the row was not written, an earlier delivery of the webhook wrote it.
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Webhook = context }, [stored], cancellationToken)
            .ConfigureAwait(false);
    }
}
