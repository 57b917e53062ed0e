using System.Text.Json;
using Microsoft.Extensions.AI;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests.Storage;

/// <summary>
/// What every store of budgets and turns must do. A store of a database inherits it; each <see cref="Open"/> is another instance of the
/// app, or the same one after a restart.
/// </summary>
public abstract class AssistantStoreContract
{
    private static readonly CustomerKey Pablo = new("pablo");
    private static readonly AssistantUse One = new() { Turns = 1, Calls = 1 };
    private static readonly AssistantUse Two = new() { Turns = 2, Calls = 2 };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The clock of all instances.</summary>
    private protected abstract FakeTimeProvider Time { get; }

    /// <summary>An instance over the store of the test.</summary>
    private protected abstract (IAssistantBudgets Budgets, IAssistantTurns Turns) Open();

    [Fact]
    public async Task TryTake_AtTwoInstances_CountsTogetherUntilTheHourIsOver()
    {
        IAssistantBudgets first = Open().Budgets;
        IAssistantBudgets second = Open().Budgets;

        Assert.True(await first.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await second.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Assert.False(await first.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Assert.False(await second.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Assert.False(await Open().Budgets.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await second.TryTakeAsync("shop", Pablo, One, Two, Stop));
        Assert.False(await first.TryTakeAsync("shop", Pablo, One, Two, Stop));
    }

    [Fact]
    public async Task TryTake_ManyAtOnce_GivesNoMoreThanThereIs()
    {
        IAssistantBudgets[] instances = [Open().Budgets, Open().Budgets];
        AssistantUse limits = new() { Calls = 5 };

        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await instances[i % 2].TryTakeAsync("shop", Pablo, new AssistantUse { Calls = 1 }, limits, Stop), Stop)));

        Assert.InRange(taken.Count(one => one), 1, 5);
        Assert.True(await DrainAsync(instances[0], limits) + taken.Count(one => one) == 5);
    }

    [Fact]
    public async Task TryTake_OtherCustomersAndShops_AreCountedApart()
    {
        IAssistantBudgets budgets = Open().Budgets;
        AssistantUse limits = new() { Messages = 1 };
        AssistantUse one = new() { Messages = 1 };

        Assert.True(await budgets.TryTakeAsync("shop", Pablo, one, limits, Stop));
        Assert.True(await budgets.TryTakeAsync("other", Pablo, one, limits, Stop));
        Assert.True(await budgets.TryTakeAsync("shop", new CustomerKey("ann"), one, limits, Stop));
        Assert.False(await budgets.TryTakeAsync("shop", Pablo, one, limits, Stop));
    }

    [Fact]
    public async Task Forget_OfACustomer_DropsWhatWasCounted()
    {
        IAssistantBudgets budgets = Open().Budgets;
        AssistantUse one = new() { Products = 3 };
        await budgets.TryTakeAsync("shop", Pablo, one, one, Stop);

        await budgets.ForgetAsync("shop", Pablo, Stop);

        Assert.True(await budgets.TryTakeAsync("shop", Pablo, one, one, Stop));
    }

    [Fact]
    public async Task List_AtAnotherInstance_HasTheTurnWithItsCallsAndFacts()
    {
        await Open().Turns.AddAsync("shop", Pablo, Turn("m1"), keep: 8, Stop);

        AssistantTurn turn = Assert.Single(await ListAsync(Open().Turns));

        Assert.Equal(("m1", Time.GetUtcNow()), (turn.Id, turn.At));
        Assert.Equal(["user", "assistant", "tool", "assistant"], turn.Messages.Select(message => message.Role.Value));
        FunctionCallContent call = Assert.IsType<FunctionCallContent>(Assert.Single(turn.Messages[1].Contents));
        Assert.Equal(("search_products", "c1"), (call.Name, call.CallId));
        Assert.Equal("apples", call.Arguments!["query"]!.ToString());
        FunctionResultContent result = Assert.IsType<FunctionResultContent>(Assert.Single(turn.Messages[2].Contents));
        Assert.Equal("c1", result.CallId);
        Assert.Contains("14.79", result.Result!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Un desayuno, 14.79 USD", turn.Messages[3].Text);
        Assert.Equal([new Money(14.79m, "USD")], turn.Facts.Amounts);
        Assert.True(turn.Facts.HasNumber(2) && turn.Facts.HasTextNumber(500) && turn.Facts.HasReference("K7M2P9Q"));
        Assert.True(turn.Facts.IsNamed("honey", 500));
    }

    [Fact]
    public async Task Add_TheSameTurnAgain_IsKeptOnce()
    {
        IAssistantTurns turns = Open().Turns;

        await turns.AddAsync("shop", Pablo, Turn("m1"), keep: 8, Stop);
        await Open().Turns.AddAsync("shop", Pablo, Turn("m1"), keep: 8, Stop);

        Assert.Single(await ListAsync(turns));
    }

    [Fact]
    public async Task Add_MoreThanAreKept_DropsTheOldest()
    {
        IAssistantTurns turns = Open().Turns;
        for (int i = 1; i <= 4; i++)
        {
            await turns.AddAsync("shop", Pablo, Turn($"m{i}"), keep: 2, Stop);
        }

        await turns.AddAsync("shop", new CustomerKey("ann"), Turn("m9"), keep: 2, Stop);

        Assert.Equal(["m3", "m4"], (await ListAsync(turns)).Select(turn => turn.Id));
    }

    [Fact]
    public async Task Purge_WhatNobodyIsToldAnyMore_RemovesIt()
    {
        (IAssistantBudgets budgets, IAssistantTurns turns) = Open();
        await turns.AddAsync("shop", Pablo, Turn("m1"), keep: 8, Stop);
        await budgets.TryTakeAsync("shop", Pablo, One, One, Stop);
        Time.Advance(TimeSpan.FromHours(3));
        await turns.AddAsync("shop", Pablo, Turn("m2"), keep: 8, Stop);

        await turns.PurgeAsync("shop", Time.GetUtcNow().AddHours(-1), Time.GetUtcNow().AddHours(-2), Stop);

        Assert.Equal("m2", Assert.Single(await ListAsync(turns)).Id);
        Assert.True(await budgets.TryTakeAsync("shop", Pablo, One, One, Stop));
    }

    [Fact]
    public async Task Remove_OfACustomer_LeavesTheOthers()
    {
        IAssistantTurns turns = Open().Turns;
        await turns.AddAsync("shop", Pablo, Turn("m1"), keep: 8, Stop);
        await turns.AddAsync("shop", new CustomerKey("ann"), Turn("m2"), keep: 8, Stop);

        await turns.RemoveAsync("shop", Pablo, Stop);

        Assert.Empty(await ListAsync(turns));
        Assert.Single(await turns.ListAsync("shop", new CustomerKey("ann"), DateTimeOffset.UnixEpoch, 10, Stop));
    }

    private static Task<IReadOnlyList<AssistantTurn>> ListAsync(IAssistantTurns turns) =>
        turns.ListAsync("shop", Pablo, DateTimeOffset.UnixEpoch, 10, Stop);

    private static async Task<int> DrainAsync(IAssistantBudgets budgets, AssistantUse limits)
    {
        int taken = 0;
        while (await budgets.TryTakeAsync("shop", Pablo, new AssistantUse { Calls = 1 }, limits, Stop))
        {
            taken++;
        }

        return taken;
    }

    private AssistantTurn Turn(string id)
    {
        TurnFacts facts = new();
        facts.Add(new Money(14.79m, "USD"));
        facts.Add(2);
        facts.AddNumbersOf("Honey 500");
        facts.AddReference("K7M2P9Q");
        return new AssistantTurn(
            id,
            Time.GetUtcNow(),
            [
                new ChatMessage(ChatRole.User, "{\"untrusted_customer_message\":\"¿Tienen un desayuno?\"}"),
                new ChatMessage(
                    ChatRole.Assistant,
                    [new FunctionCallContent("c1", "search_products", new Dictionary<string, object?> { ["query"] = "apples" })]),
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", JsonElement.Parse("""{"total":"14.79 USD"}"""))]),
                new ChatMessage(ChatRole.Assistant, "Un desayuno, 14.79 USD"),
            ],
            facts);
    }
}
