namespace WhatsCommerce.Storefronts;

/// <summary>Closes an open or locked cart. Its offer is canceled at the provider first, so that a closed cart cannot be paid.</summary>
internal sealed class CartClosing(ShopServices shop, Attempts attempts, CartLock cartLock)
{
    /// <summary>Closes a cart and replaces it with its successor, if there is one.</summary>
    /// <param name="id">The cart.</param>
    /// <param name="end">Replaced or Expired.</param>
    /// <param name="successor">Creates the cart that replaces it: a new one, or an open one with other lines; may be null.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    public async Task<ChangeResult> CloseAsync(
        CartId id, CartState end, Func<Cart, Cart>? successor, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            if (cart is null or { IsLive: false })
            {
                return new ChangeResult
                {
                    Outcome = cart is { State: CartState.Converted } ? ChangeOutcome.Ordered : ChangeOutcome.CartGone,
                    Cart = cart,
                };
            }

            Order? order = null;
            if (cart.State == CartState.Locked)
            {
                order = await shop.Store.FindOrderAsync(shop.ShopId, cart.OrderId, cancellationToken).ConfigureAwait(false);
                if (order is { State: OrderState.AwaitingCheckout, AttemptId.HasValue: true })
                {
                    if (await TakeBackAsync(order.AttemptId, cart, cancellationToken).ConfigureAwait(false) is ChangeResult hindered)
                    {
                        return hindered;
                    }

                    continue;
                }
            }

            if (await EndAsync(cart, end, order, successor, cancellationToken).ConfigureAwait(false) is ChangeResult result)
            {
                return result;
            }
        }

        throw new StorefrontBusyException($"Cart {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<ChangeResult?> TakeBackAsync(AttemptId attempt, Cart cart, CancellationToken cancellationToken)
    {
        SettleResult settled = await attempts.TakeBackAsync(attempt, AttemptState.Cancelled, cancellationToken).ConfigureAwait(false);
        ChangeOutcome? hindrance = settled.Outcome switch
        {
            SettleOutcome.Paid or SettleOutcome.NeedsReview => ChangeOutcome.Ordered,
            SettleOutcome.Pending => ChangeOutcome.Pending,
            SettleOutcome.Open or SettleOutcome.Unknown => ChangeOutcome.Unknown,
            _ => null,
        };
        return hindrance is ChangeOutcome outcome ? new ChangeResult { Outcome = outcome, Cart = cart } : null;
    }

    private async Task<ChangeResult?> EndAsync(
        Cart cart, CartState end, Order? order, Func<Cart, Cart>? successor, CancellationToken cancellationToken)
    {
        Cart? next = successor?.Invoke(cart);
        StorefrontStep step = new()
        {
            ShopId = shop.ShopId,
            Carts = next is null
                ? [cart.In(end)]
                : [cart.In(end) with { ReplacedBy = next.Id }, next],
            Orders = order is { State: OrderState.AwaitingCheckout } ? [order.In(OrderState.Cancelled)] : [],
        };
        if (!await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        if (order is not null)
        {
            await cartLock.ReleaseAsync(order.Id, order.Quote, cancellationToken).ConfigureAwait(false);
        }

        return new ChangeResult
        {
            Outcome = ChangeOutcome.Changed,
            Cart = next is null ? cart.In(end) : next with { Version = next.Version + 1 },
        };
    }
}
