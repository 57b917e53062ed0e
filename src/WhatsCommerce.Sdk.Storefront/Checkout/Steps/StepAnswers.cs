namespace WhatsCommerce.Storefronts;

/// <summary>Reads the answers to checkout steps, stores them in the cart, and continues the checkout.</summary>
internal sealed class StepAnswers(
    ShopServices shop, CheckoutSteps steps, StorefrontCheckout checkout, OfferMessages messages)
{
    /// <summary>Reads a message as the answer that one of the customer's carts is waiting for.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            (string Verb, CartId Cart, string? Argument)? button = Buttons.Read(context.Message.ButtonId);
            if (button is not (null or { Verb: Buttons.Step or Buttons.AskAgain }))
            {
                return false;
            }

            Cart? cart = button is { } pressed
                ? await FindPressedAsync(context, pressed.Cart, cancellationToken).ConfigureAwait(false)
                : await FindWaitingAsync(context, cancellationToken).ConfigureAwait(false);
            if (cart is null)
            {
                // A button of the storefront is never passed on to another responder, even if its cart is not the customer's.
                return button is not null;
            }

            if (cart.State != CartState.Open || WasRead(cart, context.Message))
            {
                await GoOnAsync(cart.Id, context, cancellationToken).ConfigureAwait(false);
                return true;
            }

            CheckoutAnswer? answer = button is { Verb: Buttons.AskAgain, Argument: string again }
                ? Of(again, StepReading.AskAgain, context.Message)
                : await ReadAsync(cart, button?.Argument?.Split('=')[0] ?? cart.AskedStep, context.Message, cancellationToken)
                    .ConfigureAwait(false);
            if (answer is null)
            {
                return button is not null;
            }

            Cart answered = cart with { Answers = cart.Answers.With(answer), ConfirmedQuote = null };
            if (await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Carts = [answered] }, [], cancellationToken)
                .ConfigureAwait(false))
            {
                await GoOnAsync(cart.Id, context, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        throw new StorefrontBusyException($"The cart of a message was changed concurrently {Rounds.Most} times in a row.");
    }

    private static bool WasRead(Cart cart, InboundMessage message) =>
        message.Id.HasValue && cart.Answers.Any(answer => answer.MessageId == message.Id);

    private async Task<Cart?> FindPressedAsync(ReplyContext context, CartId id, CancellationToken cancellationToken)
    {
        Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        return cart?.Customer == context.Customer || !shop.Guards.Has(Guard.CustomersMoveTheirOwn) ? cart : null;
    }

    /// <summary>The newest cart that waits for a text answer, or that read its answer from this message in an earlier attempt.</summary>
    private async Task<Cart?> FindWaitingAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<Cart> live = await shop.Store.ListLiveCartsAsync(shop.ShopId, context.Customer, cancellationToken)
            .ConfigureAwait(false);
        return live.LastOrDefault(cart => WasRead(cart, context.Message))
            ?? live.LastOrDefault(cart => cart.State == CartState.Open && steps.Find(cart.AskedStep) is not null);
    }

    private async Task<CheckoutAnswer?> ReadAsync(Cart cart, string? name, InboundMessage message, CancellationToken cancellationToken)
    {
        if (steps.Find(name) is not ICheckoutStep step)
        {
            return null;
        }

        CheckoutStepContext context = steps.ContextOf(cart, step);
        StepReading reading = await step.ReadAsync(context, message, cancellationToken).ConfigureAwait(false);
        if (reading == StepReading.None && message.Kind == InboundMessageKind.Text)
        {
            // A customer who cannot press a button may type its title.
            OutboundMessage question = await step.AskAsync(context, cancellationToken).ConfigureAwait(false);
            if (MessageChoices.IdOf(question, message.Text) is string id)
            {
                InboundMessage pressed = message with { Kind = InboundMessageKind.Button, ButtonId = id };
                reading = await step.ReadAsync(context, pressed, cancellationToken).ConfigureAwait(false);
            }
        }

        return reading == StepReading.None ? null : Of(step.Name, reading, message);
    }

    private static CheckoutAnswer Of(string step, StepReading reading, InboundMessage message) =>
        new() { Step = step, Value = reading.Value, Draft = reading.Draft, MessageId = message.Id };

    private async Task GoOnAsync(CartId cart, ReplyContext context, CancellationToken cancellationToken)
    {
        OfferResult offer = await checkout.OfferAsync(cart, provider: null, cancellationToken).ConfigureAwait(false);
        FollowUp about = new(FollowUp.Cart, (offer.Cart?.Id ?? cart).ToString());
        await context.SendAsync(messages.Of(offer), about, cancellationToken).ConfigureAwait(false);
    }
}
