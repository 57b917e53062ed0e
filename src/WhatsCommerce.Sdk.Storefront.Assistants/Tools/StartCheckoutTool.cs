namespace WhatsCommerce.Storefronts;

/// <summary>Offers the customer's cart for payment. The link is sent to the customer and never returned to the model.</summary>
internal sealed class StartCheckoutTool : ShopTool
{
    public override string Name => "start_checkout";

    public override string Description =>
        "Sends the customer the next step to order their cart: how to pay, the payment link, or a question of the shop. The customer pays; "
        + "you never see the link. Sends one message.";

    public override bool IsReadOnly => false;

    public override JsonElement Schema => NoArguments;

    public override bool IsOffered(AssistantShop shop) => shop.Rooms is not null;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow();
        Cart cart = await CartJson.FindAsync(run, cancellationToken).ConfigureAwait(false)
            ?? throw ToolRefusal.Declined("The customer has no cart. Propose one with propose_cart.");
        if (CartProposals.IsProposal(cart))
        {
            throw ToolRefusal.Declined("The customer has not confirmed the proposed cart. Ask them to press the button.");
        }

        await run.ReserveAsync(products: 0, cancellationToken).ConfigureAwait(false);
        OfferResult offer = await run.Shop.Rooms!.Checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
        string? said = offer.Outcome switch
        {
            OfferOutcome.CartGone => "The cart is no longer there. Propose one with propose_cart.",
            OfferOutcome.Pending => "The customer has paid, and the payment is on its way.",
            OfferOutcome.Unknown => "The payment service does not answer now. The customer can try again in a minute.",
            OfferOutcome.Ordered => "It is ordered already. See order_status.",
            _ => null,
        };
        if (said is not null)
        {
            throw ToolRefusal.Declined(said);
        }

        await run.SendAsync(run.Shop.Offers.Of(offer), CartAnswers.AboutCart(offer, cart), cancellationToken).ConfigureAwait(false);
        JsonObject told = new()
        {
            ["sent"] = offer.Outcome switch
            {
                OfferOutcome.Offered => "the payment",
                OfferOutcome.ChooseProvider => "a choice of ways to pay",
                OfferOutcome.ConfirmPrice => "a question about prices that have changed",
                OfferOutcome.ConfirmRest => "a question about products that cannot be ordered",
                OfferOutcome.AnswerStep => "a question of the shop, such as the address",
                OfferOutcome.RuleObjects => "why the shop does not take this order now",
                OfferOutcome.TooLarge => "that the cart is too large",
                _ => "that the cart cannot be paid here",
            },
        };
        if (offer.Quote is Quote quote)
        {
            told["total"] = run.Amount(quote.Total);
        }

        return told;
    }
}
