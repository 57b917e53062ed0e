using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace Tenants;

/// <summary>Replies to carts on behalf of the shop that they were sent to, from its own number.</summary>
internal sealed class Answers(TenantClient whatsApp, WebhookContext context) : IWebhookHandler<OrderEvent>
{
    public Task HandleAsync(OrderEvent order, CancellationToken cancellationToken) => whatsApp.Messages.SendAsync(
        order.Customer.ToRecipient(),
        Message.Text($"{((Shop)whatsApp.Tenant).Name} has got your cart of {order.Items.Count} items.").Build(),
        new SendOptions { ReplyTo = order.Id, OnceKey = context.OnceKey("cart") },
        cancellationToken);
}

/// <summary>Tells the customers of shops with a concierge that a person is coming.</summary>
internal sealed class Concierge(TenantClient whatsApp, WebhookContext context) : IWebhookHandler<TextEvent>
{
    public Task HandleAsync(TextEvent text, CancellationToken cancellationToken) => whatsApp.Messages.SendAsync(
        text.Customer.ToRecipient(),
        Message.Text($"The concierge of {((Shop)whatsApp.Tenant).Name} will be with you in a moment.").Build(),
        new SendOptions { OnceKey = context.OnceKey("concierge") },
        cancellationToken);
}
