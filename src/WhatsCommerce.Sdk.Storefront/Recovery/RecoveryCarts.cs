namespace WhatsCommerce.Storefronts;

/// <summary>Finds the cart that replaced a cart, for example when it was priced again.</summary>
internal sealed class RecoveryCarts(ShopServices shop)
{
    private const int MostCarts = 20;

    /// <summary>The current cart; null when there is none.</summary>
    public async Task<Cart?> FindAsync(CartId id, CancellationToken cancellationToken)
    {
        Cart? cart = null;
        for (int i = 0; i < MostCarts && id.HasValue; i++)
        {
            cart = await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            id = cart is { State: CartState.Replaced } ? cart.ReplacedBy : default;
        }

        return cart;
    }

    public async Task<Order?> OrderOfAsync(Cart cart, CancellationToken cancellationToken) => cart.OrderId.HasValue
        ? await shop.Store.FindOrderAsync(shop.ShopId, cart.OrderId, cancellationToken).ConfigureAwait(false)
        : null;
}
