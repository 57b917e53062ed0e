using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Answers carts and buttons: prices, asks, offers. Runs in the outbox, never in the webhook.</summary>
internal sealed class CartAnswers(
    ShopServices shop,
    StorefrontCarts carts,
    StorefrontCheckout checkout,
    SecondCarts secondCarts,
    OfferMessages messages,
    Texts texts,
    CustomerMessages sender,
    ICustomerIdentities? identities)
{
    public async Task AnswerAsync(CartReceived received, CancellationToken cancellationToken)
    {
        if (await carts.GetAsync(received.CartId, cancellationToken).ConfigureAwait(false) is not { IsLive: true } cart)
        {
            return;
        }

        OutboundMessage answer = await secondCarts.MustAskAsync(cart, cancellationToken).ConfigureAwait(false)
            ? messages.AskAboutSecondCart(cart)
            : messages.Of(await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false));
        await sender.SendAsync(cart.To, answer, received, cart.MessageId, cancellationToken).ConfigureAwait(false);
    }

    public async Task AnswerAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        if (Buttons.Read(pressed.Button) is not var (verb, id, argument)
            || await carts.GetAsync(id, cancellationToken).ConfigureAwait(false) is not Cart cart
            || !await IsTheirsAsync(cart, pressed, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (await ActAsync(verb, cart, argument, cancellationToken).ConfigureAwait(false) is OutboundMessage answer)
        {
            await sender.SendAsync(pressed.To, answer, pressed, replyTo: default, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An id that somebody guessed or kept of another chat moves nothing.</summary>
    private async Task<bool> IsTheirsAsync(Cart cart, ButtonPressed pressed, CancellationToken cancellationToken)
    {
        CustomerKey presser = identities is null
            ? pressed.Customer
            : await identities.GetCurrentAsync(pressed.Customer, cancellationToken).ConfigureAwait(false);
        return cart.Customer == presser || !shop.Guards.Has(Guard.CustomersMoveTheirOwn);
    }

    private async Task<OutboundMessage?> ActAsync(string verb, Cart cart, string? argument, CancellationToken cancellationToken)
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
                break;
            case Buttons.Drop:
                ChangeResult dropped = await carts.DropAsync(cart.Id, cancellationToken).ConfigureAwait(false);
                return Message.Text(texts.Get(
                    dropped.Outcome switch
                    {
                        ChangeOutcome.Changed => StorefrontText.Dropped,
                        ChangeOutcome.CartGone => StorefrontText.CartGone,
                        ChangeOutcome.Unknown => StorefrontText.TryLater,
                        _ => StorefrontText.PaymentPending,
                    },
                    cart.Language)).Build();
            default:
                return null;
        }

        OfferResult offer = await checkout.OfferAsync(cart.Id, provider, cancellationToken).ConfigureAwait(false);

        // An order that was placed this moment is told of by its own event.
        bool isPlacedNow = cart.IsLive && offer is { Outcome: OfferOutcome.Ordered };
        return isPlacedNow ? null : messages.Of(offer);
    }

    /// <summary>The customer agreed to the rest that was shown; another rest is asked about again.</summary>
    private async Task<OutboundMessage> TakeRestAsync(Cart cart, string hash, CancellationToken cancellationToken)
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

        return messages.Of(offer);
    }
}
