namespace WhatsCommerce.Storefronts;

/// <summary>Replies to carts and buttons: prices, asks, offers. Runs in the outbox, never in the webhook.</summary>
internal sealed class CartAnswers(
    ShopServices shop,
    StorefrontCarts carts,
    StorefrontCheckout checkout,
    SecondCarts secondCarts,
    OfferMessages messages,
    Texts texts,
    CustomerKnowledge customers,
    CustomerMessages sender,
    IEnumerable<ICheckoutProvider> providers)
{
    public async Task AnswerAsync(CartReceived received, CancellationToken cancellationToken)
    {
        IReadOnlyList<Cart>? live = await shop.Store.ListLiveCartsAsync(shop.ShopId, received.Customer, cancellationToken)
            .ConfigureAwait(false);
        Cart? cart = live.FirstOrDefault(one => one.Id == received.CartId);
        if (cart is null)
        {
            // The cart is already closed, or the customer's key has changed since.
            live = null;
            cart = await carts.GetAsync(received.CartId, cancellationToken).ConfigureAwait(false);
        }

        if (cart is not { IsLive: true })
        {
            return;
        }

        cart = await customers.InLanguageAsync(cart, cancellationToken).ConfigureAwait(false);
        FollowUp about = new(FollowUp.Cart, cart.Id.ToString());
        OutboundMessage answer;
        if (await secondCarts.MustAskAsync(cart, live, cancellationToken).ConfigureAwait(false))
        {
            answer = messages.AskAboutSecondCart(cart);
            about = about with { Detail = FollowUp.SecondCart };
        }
        else
        {
            OfferResult offer = await checkout.OfferAsync(
                cart.Id, live is [_] ? cart : null, provider: null, cancellationToken).ConfigureAwait(false);
            answer = messages.Of(offer);
            about = AboutCart(offer, cart);
        }

        Outgoing outgoing = new(cart.To, answer, received) { ReplyTo = cart.MessageId, FollowUp = about };
        await sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Carries out a button of the storefront, pressed or typed.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> PressAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        string? button = context.Message.Kind == InboundMessageKind.Text
            ? await TypedAsync(context, cancellationToken).ConfigureAwait(false)
            : context.Message.ButtonId;
        if (Buttons.Read(button) is not var (verb, id, argument) || !Buttons.IsOfCart(verb))
        {
            return false;
        }

        // A guessed id, or one from another chat, has no effect.
        if (await carts.GetAsync(id, cancellationToken).ConfigureAwait(false) is not Cart cart
            || (cart.Customer != context.Customer && shop.Guards.Has(Guard.CustomersMoveTheirOwn)))
        {
            return true;
        }

        if (await ActAsync(verb, cart, argument, cancellationToken).ConfigureAwait(false) is var (answer, about))
        {
            await context.SendAsync(answer, about, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>The subject of an answer: the cart, or the one that replaced it.</summary>
    public static FollowUp AboutCart(OfferResult offer, Cart cart) => new(FollowUp.Cart, (offer.Cart ?? cart).Id.ToString());

    /// <summary>The text for the outcome of dropping a cart.</summary>
    public static StorefrontText TextOfDrop(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Changed => StorefrontText.Dropped,
        ChangeOutcome.CartGone => StorefrontText.CartGone,
        ChangeOutcome.Unknown => StorefrontText.TryLater,
        _ => StorefrontText.PaymentPending,
    };

    /// <summary>Reads a typed button title, but only of customers whose app cannot show buttons.</summary>
    private async Task<string?> TypedAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<Cart> live = await shop.Store.ListLiveCartsAsync(shop.ShopId, context.Customer, cancellationToken)
            .ConfigureAwait(false);
        if (live is not [.., { AskedStep: FollowUp.Typing } cart])
        {
            return null;
        }

        if (MessageChoices.IdOf(messages.AskAboutSecondCart(cart), context.Message.Text) is string choice)
        {
            return choice;
        }

        string? provider = providers
            .FirstOrDefault(one => MessageChoices.IsSame(one.TitleFor(texts.LanguageOf(cart.Language)), context.Message.Text))?.Name;
        if (provider is not null)
        {
            return Buttons.Of(Buttons.Pay, cart.Id, provider);
        }

        string agree = texts.Get(StorefrontText.AgreeButton, cart.Language);
        if (MessageChoices.IsSame(agree, context.Message.Text))
        {
            OfferResult offer = await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
            return MessageChoices.IdOf(messages.Of(offer), context.Message.Text);
        }

        return MessageChoices.IsSame(texts.Get(StorefrontText.DeclineButton, cart.Language), context.Message.Text)
            ? Buttons.Of(Buttons.Drop, cart.Id)
            : null;
    }

    private async Task<(OutboundMessage Answer, FollowUp? About)?> ActAsync(
        string verb, Cart cart, string? argument, CancellationToken cancellationToken)
    {
        string? provider = null;
        switch (verb)
        {
            case Buttons.Offer:
                break;
            case Buttons.Pay:
                provider = argument;
                break;
            case Buttons.Agree when argument is not null:
                await checkout.ConfirmAsync(cart.Id, argument, cancellationToken).ConfigureAwait(false);
                break;
            case Buttons.Rest when argument is not null:
                return await TakeRestAsync(cart, argument, cancellationToken).ConfigureAwait(false);
            case Buttons.Add or Buttons.Replace:
                await secondCarts.TakeOverAsync(cart, verb == Buttons.Add, cancellationToken).ConfigureAwait(false);
                if (CartProposals.IsProposal(cart)
                    && await carts.ConfirmProposalAsync(cart.Id, cancellationToken).ConfigureAwait(false))
                {
                    // The event of the confirmed cart is answered, as for a cart that was sent.
                    return null;
                }

                break;
            case Buttons.Drop:
                ChangeResult dropped = await carts.DropAsync(cart.Id, cancellationToken).ConfigureAwait(false);
                return (Message.Text(texts.Get(TextOfDrop(dropped.Outcome), cart.Language)).Build(), null);
            default:
                return null;
        }

        OfferResult offer = await checkout.OfferAsync(cart.Id, provider, cancellationToken).ConfigureAwait(false);

        // An order that was just placed is reported by its own event.
        bool isPlacedNow = cart.IsLive && offer is { Outcome: OfferOutcome.Ordered };
        return isPlacedNow ? null : (messages.Of(offer), AboutCart(offer, cart));
    }

    /// <summary>The customer agreed to the rest that was shown; if the rest differs now, it must be confirmed again.</summary>
    private async Task<(OutboundMessage Answer, FollowUp? About)> TakeRestAsync(
        Cart cart, string hash, CancellationToken cancellationToken)
    {
        OfferResult offer = await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
        if (offer is { Outcome: OfferOutcome.ConfirmRest, Quote: Quote rest } && OfferMessages.RestHash(rest) == hash)
        {
            ChangeResult changed = await carts.ChangeAsync(
                cart.Id,
                rest.Lines.Select(line => cart.Lines.First(old => old.RetailerId == line.RetailerId) with { Quantity = line.Quantity }),
                cancellationToken).ConfigureAwait(false);
            if (changed is { Outcome: ChangeOutcome.Changed, Cart: Cart next })
            {
                offer = await checkout.OfferAsync(next.Id, provider: null, cancellationToken).ConfigureAwait(false);
            }
        }

        return (messages.Of(offer), AboutCart(offer, cart));
    }
}
