namespace WhatsCommerce.Storefronts;

/// <summary>
/// Sends a fallback for a message that could not be delivered: text with a link if an old app cannot show it, a template if the customer's
/// 24-hour window is closed. This happens once, because the fallback has no callback data.
/// </summary>
internal sealed class FollowUpAnswers(
    ShopServices shop,
    StorefrontCheckout checkout,
    StorefrontOrders orders,
    OfferMessages messages,
    Texts texts,
    OrderSentences sentences,
    OrderAnswers orderAnswers,
    CustomerMessages sender,
    IEnumerable<ICheckoutProvider> providers)
{
    /// <summary>Whether a fallback message is possible for an error.</summary>
    public static bool Helps(int code) => code is GraphErrorCodes.MessageUndeliverable or GraphErrorCodes.UnsupportedMessageType
        or GraphErrorCodes.OutsideCustomerServiceWindow;

    public Task AnswerAsync(MessageFailed failed, CancellationToken cancellationToken) => FollowUp.Read(failed.CallbackData) switch
    {
        { Subject: FollowUp.Cart } about => FollowCartAsync(failed, about, cancellationToken),
        { } about => FollowOrderAsync(failed, about, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task FollowCartAsync(MessageFailed failed, FollowUp about, CancellationToken cancellationToken)
    {
        Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, about.Id, cancellationToken).ConfigureAwait(false);
        if (cart is not { IsLive: true } || failed.Code == GraphErrorCodes.OutsideCustomerServiceWindow)
        {
            return;
        }

        OutboundMessage message;
        string? asked = FollowUp.Typing;
        if (about.Detail == FollowUp.SecondCart)
        {
            message = messages.AskAboutSecondCart(cart);
        }
        else
        {
            OfferResult offer = await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
            message = offer.Message is null ? messages.Of(offer) : messages.WithoutPaymentMessage(offer, providers);
            cart = offer.Cart ?? cart;
            asked = offer.Outcome == OfferOutcome.AnswerStep ? null : asked;
        }

        if (asked is not null && MessageChoices.Of(message).Count > 0)
        {
            await AwaitTypingAsync(cart.Id, cancellationToken).ConfigureAwait(false);
        }

        string words = MessageChoices.InWords(message, texts, cart.Language);
        if (words.Length > 0)
        {
            await sender.SendAsync(new Outgoing(cart.To, Message.Text(words).Build(), failed), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FollowOrderAsync(MessageFailed failed, FollowUp about, CancellationToken cancellationToken)
    {
        if (await orders.GetAsync(about.Id, cancellationToken).ConfigureAwait(false) is not Order order
            || sentences.Of(about.Subject, order, about.Detail) is not string sentence)
        {
            return;
        }

        if (failed.Code == GraphErrorCodes.OutsideCustomerServiceWindow)
        {
            StorefrontLog.OutsideWindow(shop.Logger, order.Id, about.Subject);
            await orderAnswers.TellByTemplateAsync(order, sentence, failed, cancellationToken).ConfigureAwait(false);
        }
        else if (about.Subject is nameof(OrderAdvanced) or nameof(PaymentFailed))
        {
            // All other messages were plain text already.
            await sender.SendAsync(new Outgoing(order.To, Message.Text(sentence).Build(), failed), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AwaitTypingAsync(CartId id, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            if (cart is not { IsLive: true } || cart.AskedStep == FollowUp.Typing)
            {
                return;
            }

            Cart asked = cart with { AskedStep = FollowUp.Typing };
            if (await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Carts = [asked] }, [], cancellationToken)
                .ConfigureAwait(false))
            {
                return;
            }
        }
    }
}
