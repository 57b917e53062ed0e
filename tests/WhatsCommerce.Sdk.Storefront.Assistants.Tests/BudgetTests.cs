using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

public sealed class BudgetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_BeyondTheTurn_AreRefusedAndOneOfThemIsAnEvent()
    {
        AssistantFixture shop = await new AssistantFixture(options => options.CallsPerTurn = 3).WithFruitAsync();
        ShopTools tools = await shop.ToolsAsync();
        for (int i = 0; i < 100; i++)
        {
            await tools.CallAsync("get_cart");
        }

        Assert.Equal(
            [ToolOutcome.Done, ToolOutcome.Done, ToolOutcome.Done, ToolOutcome.OverBudget],
            (await shop.CallsAsync()).Select(call => call.Outcome));
    }

    [Fact]
    public async Task Messages_BeyondTheTurn_AreNotSent()
    {
        AssistantFixture shop = await new AssistantFixture(options => options.MessagesPerTurn = 2).WithFruitAsync();
        ShopTools tools = await shop.ToolsAsync();
        ShopToolResult last = null!;
        for (int i = 0; i < 5; i++)
        {
            last = await tools.CallAsync("show_products", ("product_ids", new[] { "apple-1kg" }));
        }

        Assert.Equal(ToolOutcome.OverBudget, last.Outcome);
        Assert.Equal(2, shop.Sent.Count);
    }

    [Fact]
    public async Task Products_BeyondTheTurn_AreNotShown()
    {
        AssistantFixture shop = await new AssistantFixture(options => options.ProductsPerTurn = 1).WithFruitAsync();

        ShopToolResult result = await (await shop.ToolsAsync())
            .CallAsync("show_products", ("product_ids", new[] { "apple-1kg", "banana-1kg" }));

        Assert.Equal(ToolOutcome.OverBudget, result.Outcome);
        Assert.Empty(shop.Sent);
    }

    [Fact]
    public async Task Messages_BeyondTheHour_AreNotSentUntilItIsOver()
    {
        AssistantFixture shop = await new AssistantFixture(options => options.MessagesPerHour = 2).WithFruitAsync();
        for (int turn = 0; turn < 5; turn++)
        {
            await ShowAsync(shop);
        }

        shop.Shop.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(2, shop.Sent.Count);
        Assert.Equal(ToolOutcome.Done, (await ShowAsync(shop)).Outcome);
    }

    [Fact]
    public async Task TryTake_AtTheEndOfAnHourOfTheClock_StillCounts()
    {
        FakeTimeProvider time = new();
        MemoryAssistantBudgets budgets = new(time);
        AssistantUse limits = new() { Calls = 2 };
        AssistantUse one = new() { Calls = 1 };
        CustomerKey pablo = new("pablo");
        time.Advance(TimeSpan.FromMinutes(59));

        Assert.True(await budgets.TryTakeAsync("shop", pablo, one, limits, Stop));
        Assert.True(await budgets.TryTakeAsync("shop", pablo, one, limits, Stop));
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(await budgets.TryTakeAsync("shop", pablo, one, limits, Stop));
        Assert.True(await budgets.TryTakeAsync("shop", new CustomerKey("ann"), one, limits, Stop));
        Assert.True(await budgets.TryTakeAsync("other", pablo, one, limits, Stop));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await budgets.TryTakeAsync("shop", pablo, one, limits, Stop));
    }

    private static async Task<ShopToolResult> ShowAsync(AssistantFixture shop) =>
        await (await shop.ToolsAsync()).CallAsync("show_products", ("product_ids", new[] { "apple-1kg" }));
}
