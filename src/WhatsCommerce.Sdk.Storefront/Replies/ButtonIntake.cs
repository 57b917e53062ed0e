using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Stores that a button of the storefront was pressed: all that the webhook does.</summary>
internal sealed class ButtonIntake(ShopServices shop)
{
    public async Task ReceiveAsync(InteractiveReplyEvent reply, WebhookContext context, CancellationToken cancellationToken)
    {
        if (Buttons.Read(reply.Reply.Id) is null)
        {
            return;
        }

        ButtonPressed pressed = new()
        {
            Id = SendKey.HashOf("button", context.Key.Event),
            ShopId = shop.ShopId,
            Customer = context.CustomerKey,
            At = shop.Now,
            Button = reply.Reply.Id!,
            To = reply.Customer.ToRecipient(),
        };

        // Not written means that an earlier run of the webhook wrote it.
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Webhook = context }, [pressed], cancellationToken)
            .ConfigureAwait(false);
    }
}
