namespace WhatsCommerce.Storefronts;

/// <summary>
/// Finds the offer that replaces one whose quote has expired: the same goods at another price. It only reads and prices, so that opening an
/// old link (or a link preview) changes nothing.
/// </summary>
internal sealed class OfferSuccession(ShopServices shop, CartLock cartLock)
{
    private const int MostSuccessors = 20;

    public async Task<OfferResult?> FindAsync(AttemptId attemptId, CancellationToken cancellationToken)
    {
        PaymentAttempt? attempt = await shop.Store.FindAttemptAsync(shop.ShopId, attemptId, cancellationToken).ConfigureAwait(false);
        if (attempt is null
            || await shop.Store.FindOrderAsync(shop.ShopId, attempt.OrderId, cancellationToken).ConfigureAwait(false) is not Order order
            || await shop.Store.FindCartAsync(shop.ShopId, order.CartId, cancellationToken).ConfigureAwait(false) is not Cart cart)
        {
            return null;
        }

        bool hasEnded = !order.AttemptId.HasValue && shop.Now >= order.Quote.ValidUntil;
        return (order.State, cart.State) switch
        {
            (OrderState.AwaitingCheckout, CartState.Locked) when hasEnded =>
                await PricedAsync(cart, order, order.Quote.Fingerprint, cancellationToken).ConfigureAwait(false),
            (OrderState.Cancelled, CartState.Replaced) => await SuccessorAsync(cart, order, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<OfferResult?> SuccessorAsync(Cart cart, Order order, CancellationToken cancellationToken)
    {
        Cart? last = cart;
        for (int steps = 0; last is { State: CartState.Replaced, ReplacedBy.HasValue: true } && steps < MostSuccessors; steps++)
        {
            last = await shop.Store.FindCartAsync(shop.ShopId, last.ReplacedBy, cancellationToken).ConfigureAwait(false);
        }

        // A cart that the customer changed in the chat is another purchase, so the old link does not lead to it.
        if (last is null || !Goods(cart).SetEquals(Goods(last)))
        {
            return null;
        }

        switch (last.State)
        {
            case CartState.Open:
                return await PricedAsync(last, order, last.ConfirmedQuote, cancellationToken).ConfigureAwait(false);
            case CartState.Locked:
                Order? next = await shop.Store.FindOrderAsync(shop.ShopId, last.OrderId, cancellationToken).ConfigureAwait(false);
                return next is { State: OrderState.AwaitingCheckout }
                    ? new OfferResult { Outcome = OfferOutcome.ChooseProvider, Cart = last, Order = next, Quote = next.Quote }
                    : null;
            default:
                return null;
        }
    }

    private async Task<OfferResult?> PricedAsync(Cart cart, Order order, string? agreed, CancellationToken cancellationToken)
    {
        PricedCart priced = await cartLock.PriceAsync(cart, cancellationToken).ConfigureAwait(false);
        return priced is { Problems.Count: 0, Quote: Quote quote } && quote.Fingerprint != agreed
            ? new OfferResult
            {
                Outcome = OfferOutcome.ConfirmPrice,
                Cart = cart,
                Order = order,
                Quote = quote,
                Changes = priced.Changes,
            }
            : null;
    }

    private static HashSet<(RetailerId, int)> Goods(Cart cart) => [.. cart.Lines.Select(line => (line.RetailerId, line.Quantity))];
}
