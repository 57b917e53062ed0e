namespace WhatsCommerce.Storefronts;

/// <summary>
/// Carts that an assistant proposes to a customer: nothing is locked, offered or reported as an event before the customer confirms with a
/// button.
/// </summary>
/// <remarks>
/// The button is the one that replaces the previous cart (<see cref="Buttons.Replace"/>), so that a confirmed proposal is processed like a
/// cart that the customer sent. The lines contain the prices that were shown, so a price that has changed since must be confirmed.
/// </remarks>
internal sealed class CartProposals(ShopServices shop, StorefrontCarts carts, CartLock cartLock, CartClosing closing, Texts texts)
{
    // Stored in AskedStep. The parentheses make it distinct from the names of steps, which consist of letters, digits and -.
    private const string Proposed = "(proposed)";

    // The maximum length of the body of a message with buttons.
    private const int Room = 1024;

    /// <summary>Whether a cart is a proposal that the customer has not confirmed.</summary>
    public static bool IsProposal(Cart cart) => cart is { State: CartState.Open, AskedStep: Proposed };

    /// <summary>Stores a proposal, which replaces an earlier one, and creates the message that asks the customer to confirm it.</summary>
    /// <param name="id">The id of the cart. A repeated turn passes the same id, so that only one cart is created.</param>
    /// <param name="conversation">The customer, the address and the language, with no lines.</param>
    /// <param name="lines">The products; each once, with a quantity of 1 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CartProposal> ProposeAsync(
        CartId id, ProposalFor conversation, IEnumerable<CartLine> lines, CancellationToken cancellationToken)
    {
        Cart cart = carts.NewCart(id, conversation.Customer, conversation.To, lines) with
        {
            PhoneNumberId = conversation.PhoneNumberId,
            Language = conversation.Language,
            AskedStep = Proposed,
        };
        if (cart.Lines.Count > shop.Options.MaxLines || cart.Lines.Any(line => line.Quantity > shop.Options.MaxQuantity))
        {
            return new CartProposal { IsTooLarge = true };
        }

        PricedCart priced = await cartLock.PreviewAsync(cart, cancellationToken).ConfigureAwait(false);
        if (priced.Problems.Count > 0 || priced.Quote is not Quote quote)
        {
            return new CartProposal { Priced = priced };
        }

        Dictionary<RetailerId, Money> shown = quote.Lines.ToDictionary(line => line.RetailerId, line => line.UnitPrice);
        cart = cart with { Lines = [.. cart.Lines.Select(line => line with { ShownPrice = shown[line.RetailerId] })] };
        IReadOnlyList<Cart> live = await shop.Store.ListLiveCartsAsync(shop.ShopId, cart.Customer, cancellationToken).ConfigureAwait(false);
        foreach (Cart earlier in live.Where(other => IsProposal(other) && other.Id != id))
        {
            await closing.CloseAsync(earlier.Id, CartState.Expired, successor: null, cancellationToken).ConfigureAwait(false);
        }

        // If the row was not written, an earlier run of the same turn wrote it.
        StorefrontStep step = new() { ShopId = shop.ShopId, Carts = [cart] };
        if (!await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
        {
            cart = await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false) ?? cart;
        }

        bool hasOther = live.Any(other => other.Id != id && !IsProposal(other));
        return new CartProposal { Cart = cart, Priced = priced, Message = Ask(cart, quote, hasOther) };
    }

    private ReplyButtonsMessage Ask(Cart cart, Quote quote, bool hasOther)
    {
        string question = texts.Get(hasOther ? StorefrontText.SecondCart : StorefrontText.Proposal, cart.Language);
        ReplyButtonsMessageBuilder buttons = Message.Buttons()
            .Body(SummaryText.Of(quote, texts, cart.Language, Room - question.Length - 2) + "\n\n" + question);
        if (hasOther)
        {
            buttons.Button(Buttons.Of(Buttons.Add, cart.Id), texts.Get(StorefrontText.AddButton, cart.Language));
        }

        return buttons
            .Button(
                Buttons.Of(Buttons.Replace, cart.Id),
                texts.Get(hasOther ? StorefrontText.ReplaceButton : StorefrontText.ConfirmCartButton, cart.Language))
            .Button(Buttons.Of(Buttons.Change, cart.Id), texts.Get(StorefrontText.ChangeCartButton, cart.Language))
            .Build();
    }
}
