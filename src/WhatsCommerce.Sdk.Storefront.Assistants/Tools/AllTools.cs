namespace WhatsCommerce.Storefronts;

/// <summary>All tools. A model can do nothing else: no tool refunds, marks as paid, or changes a price.</summary>
internal static class AllTools
{
    public static IReadOnlyList<ShopTool> All { get; } =
    [
        new SearchProductsTool(),
        new GetProductTool(),
        new ShowProductsTool(),
        new GetCartTool(),
        new ProposeCartTool(),
        new StartCheckoutTool(),
        new OrderStatusTool(),
        new HandToHumanTool(),
    ];
}
