namespace WhatsCommerce.Storefronts;

/// <summary>Hands the conversation to a person of the shop, which ends the turn.</summary>
internal sealed class HandToHumanTool : ShopTool
{
    private const int LongestReason = 300;

    public override string Name => "hand_to_human";

    public override string Description =>
        "Hands the conversation to a person of the shop: when the customer wishes it, complains, wants money back or a discount, or when "
        + "you cannot help. The customer is told. Say nothing more afterwards.";

    public override bool IsReadOnly => false;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"reason":{"type":"string","maxLength":300,
        "description":"What the person should know, in one sentence"}},"required":["reason"],"additionalProperties":false}
        """);

    public override bool IsOffered(AssistantShop shop) => true;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("reason");
        string reason = UntrustedText.Clean(arguments.Text("reason", LongestReason), LongestReason);
        await run.Tools.HandOverAsync(HumanRequestCause.Assistant, reason, run.Customer, cancellationToken).ConfigureAwait(false);
        return new JsonObject { ["handed_over"] = true };
    }
}
