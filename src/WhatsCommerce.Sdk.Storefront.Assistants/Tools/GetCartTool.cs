namespace WhatsCommerce.Storefronts;

/// <summary>Reads the customer's cart.</summary>
internal sealed class GetCartTool : ShopTool
{
    public override string Name => "get_cart";

    public override string Description =>
        "Reads the customer's open cart, or the one that was proposed and waits to be confirmed, with prices now and the total.";

    public override bool IsReadOnly => true;

    public override JsonElement Schema => NoArguments;

    public override bool IsOffered(AssistantShop shop) => shop.Rooms is not null;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow();
        if (await CartJson.FindAsync(run, cancellationToken).ConfigureAwait(false) is not Cart cart)
        {
            return new JsonObject { ["cart"] = null };
        }

        Order? order = cart.OrderId.HasValue
            ? await run.Shop.Shop.Store.FindOrderAsync(run.Shop.Shop.ShopId, cart.OrderId, cancellationToken).ConfigureAwait(false)
            : null;
        PricedCart priced = order is null
            ? await run.Shop.Rooms!.CartLock.PreviewAsync(cart, cancellationToken).ConfigureAwait(false)
            : new PricedCart { Quote = order.Quote };
        JsonObject read = priced.Quote is Quote quote ? CartJson.Of(quote, run) : [];
        read["state"] = CartProposals.IsProposal(cart) ? "proposed; the customer has not confirmed it"
            : order is null ? "open"
            : "waiting for payment";
        if (priced.Problems.Count > 0)
        {
            read["cannot_be_ordered"] = CartJson.Of(priced.Problems, run);
        }

        return new JsonObject { ["cart"] = read };
    }
}
