namespace WhatsCommerce.Storefronts;

/// <summary>Ensures that a customer has one open cart at a time.</summary>
internal sealed class SecondCarts(ShopServices shop, CartClosing closing, ICartPolicy? policy)
{
    /// <summary>Applies the cart policy to carts that were open before.</summary>
    /// <param name="received">The cart that was received.</param>
    /// <param name="live">All carts of the customer that are open or locked; null to have them read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the customer must be asked first.</returns>
    public async Task<bool> MustAskAsync(Cart received, IReadOnlyList<Cart>? live, CancellationToken cancellationToken)
    {
        live ??= await LiveAsync(received, cancellationToken).ConfigureAwait(false);
        foreach (Cart open in Others(received, live))
        {
            // An unconfirmed proposal of an assistant is not the customer's own cart, so it is replaced without asking.
            if (CartProposals.IsProposal(open))
            {
                await JoinAsync(open.Id, received.Id, addsLines: false, cancellationToken).ConfigureAwait(false);
                continue;
            }

            CartDecision decision = policy is null
                ? CartDecision.Ask
                : await policy.DecideAsync(open, received, cancellationToken).ConfigureAwait(false);
            if (decision == CartDecision.Ask)
            {
                return true;
            }

            await JoinAsync(open.Id, received.Id, decision == CartDecision.Add, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Replaces the carts that were open before with a cart, with or without their lines.</summary>
    public async Task TakeOverAsync(Cart cart, bool addsLines, CancellationToken cancellationToken)
    {
        foreach (Cart open in Others(cart, await LiveAsync(cart, cancellationToken).ConfigureAwait(false)))
        {
            await JoinAsync(open.Id, cart.Id, addsLines && !CartProposals.IsProposal(open), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task JoinAsync(CartId open, CartId successor, bool addsLines, CancellationToken cancellationToken)
    {
        Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, successor, cancellationToken).ConfigureAwait(false);
        if (cart is not { State: CartState.Open })
        {
            return;
        }

        // One transaction closes the old cart and adds the lines to the new one. A cart that was paid in the meantime remains a separate
        // order.
        await closing.CloseAsync(
            open,
            CartState.Replaced,
            old => (addsLines ? cart with { Lines = CartSteps.Join([.. old.Lines, .. cart.Lines]), ConfirmedQuote = null } : cart) with
            {
                Answers = cart.Answers.Count > 0 ? cart.Answers : old.Answers,
                Note = cart.Note ?? old.Note,
            },
            cancellationToken).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<Cart>> LiveAsync(Cart cart, CancellationToken cancellationToken) =>
        shop.Store.ListLiveCartsAsync(cart.ShopId, cart.Customer, cancellationToken);

    private static IEnumerable<Cart> Others(Cart cart, IReadOnlyList<Cart> live) =>
        live.Where(other => other.Id != cart.Id && other.CreatedAt <= cart.CreatedAt);
}
