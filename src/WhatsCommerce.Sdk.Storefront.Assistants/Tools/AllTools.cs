namespace WhatsCommerce.Storefronts;

/// <summary>The tools. What is not here no model can do: nothing gives money back, marks as paid, or changes a price.</summary>
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
