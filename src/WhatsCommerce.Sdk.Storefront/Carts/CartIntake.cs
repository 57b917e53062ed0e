namespace WhatsCommerce.Storefronts;

/// <summary>Receives the carts that customers send to a shop.</summary>
internal sealed class CartIntake(Storefront shop)
{
    public Task ReceiveAsync(OrderEvent order, WebhookContext context, CancellationToken cancellationToken) =>
        shop.Carts.ReceiveAsync(order, context.CustomerKey, context, cancellationToken);
}
