namespace WhatsCommerce.Storefronts;

/// <summary>Proposes a cart and asks the customer to confirm it, because WhatsApp cannot send a cart to a customer.</summary>
internal sealed class ProposeCartTool : ShopTool
{
    private const int MostLines = 30;

    public override string Name => "propose_cart";

    public override string Description =>
        "Sends the customer a summary of these products with the shop's prices, and buttons to confirm or change it. It is the whole cart: "
        + "it takes the place of what was proposed before. Nothing is ordered before the customer confirms. Sends one message.";

    public override bool IsReadOnly => false;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"items":{"type":"array","minItems":1,"maxItems":30,"items":{"type":"object",
        "properties":{"product_id":{"type":"string","maxLength":100},"quantity":{"type":"integer","minimum":1}},
        "required":["product_id","quantity"],"additionalProperties":false}}},"required":["items"],"additionalProperties":false}
        """);

    public override bool IsOffered(AssistantShop shop) => shop.Proposals is not null;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("items");
        StorefrontOptions options = run.Shop.Shop.Options;
        IReadOnlyList<CartLine> lines = arguments.Lines("items", Math.Min(MostLines, options.MaxLines), options.MaxQuantity);
        await run.ReserveAsync(products: 0, cancellationToken).ConfigureAwait(false);
        ProposalFor conversation = new(run.Customer, run.Tools.Conversation.To, run.Tools.Conversation.PhoneNumberId, run.Language);
        CartProposal proposal = await run.Shop.Proposals!
            .ProposeAsync(run.Tools.NewCartId(run.Number), conversation, lines, cancellationToken).ConfigureAwait(false);
        if (proposal.IsTooLarge)
        {
            throw ToolRefusal.Declined("The cart is larger than the shop takes here. Offer to hand the conversation to a person.");
        }

        if (proposal.Message is null)
        {
            return new JsonObject
            {
                ["sent"] = false,
                ["cannot_be_ordered"] = CartJson.Of(proposal.Priced.Problems, run),
            };
        }

        await run.SendAsync(proposal.Message, followUp: null, cancellationToken).ConfigureAwait(false);
        JsonObject told = CartJson.Of(proposal.Priced.Quote!, run);
        told["sent"] = true;
        told["next"] = "Wait for the customer to press a button.";
        return told;
    }
}
