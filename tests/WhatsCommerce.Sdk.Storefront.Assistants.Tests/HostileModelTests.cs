using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>The model is the attacker.</summary>
public sealed class HostileModelTests
{
    private const int CallsPerTurn = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Calls_TenThousandInAllOfFourSeeds_ReachNobodyAndMoveNothing(int seed)
    {
        const int Turns = 125;
        AssistantFixture shop = await new AssistantFixture(options =>
            (options.CallsPerTurn, options.CallsPerHour) = (CallsPerTurn, 10_000)).WithFruitAsync();
        Stakes stakes = await Stakes.SetAsync(shop);
        HostileCalls calls = new(seed, stakes);
        List<string> told = [];
        Queue<(DateTimeOffset At, int Count)> hour = [];
        for (int turn = 0; turn < Turns; turn++)
        {
            if (turn % 10 == 0)
            {
                await shop.Shop.CartAsync();
            }

            int before = shop.Sent.Count;
            ShopTools tools = await shop.ToolsAsync();
            for (int i = 0; i < CallsPerTurn; i++)
            {
                (string tool, (string Name, object? Value)[] arguments) = calls.Next();
                told.Add((await tools.CallAsync(tool, arguments)).Json);
            }

            // The sentence that a person will answer is beside those of the tools.
            Assert.InRange(shop.Sent.Count - before, 0, shop.Options.MessagesPerTurn + 1);
            hour.Enqueue((shop.Shop.Services.Now, shop.Sent.Count - before));
            while (hour.Peek().At <= shop.Shop.Services.Now - TimeSpan.FromHours(1))
            {
                hour.Dequeue();
            }

            Assert.InRange(hour.Sum(sent => sent.Count), 0, shop.Options.MessagesPerHour);
            shop.Shop.Time.Advance(TimeSpan.FromMinutes(seed * (turn % 3)));
        }

        await stakes.AssertAsync([.. told, .. shop.Texts.Where(text => !text.Contains("https://pay.example/", StringComparison.Ordinal))]);
        IReadOnlyList<ToolCalled> events = await shop.CallsAsync();
        Assert.Equal(Turns * CallsPerTurn, told.Count);
        Assert.Contains(events, call => call.Outcome == ToolOutcome.Done);
        Assert.All(events, call => Assert.Equal(AssistantFixture.Pablo, call.Customer));
        Assert.All(events, call => Assert.InRange(call.Arguments?.Length ?? 0, 0, 1_000));
    }

    [Fact]
    public async Task Calls_OfAnEndlessTurn_CostNothingAfterTheBudget()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        Stakes stakes = await Stakes.SetAsync(shop);
        ShopTools tools = await shop.ToolsAsync();
        HostileCalls calls = new(5, stakes);
        for (int i = 0; i < 10_000; i++)
        {
            (string tool, (string Name, object? Value)[] arguments) = calls.Next();
            await tools.CallAsync(tool, arguments);
        }

        Assert.InRange((await shop.CallsAsync()).Count, 1, shop.Options.CallsPerTurn + 1);
        Assert.InRange(shop.Sent.Count, 0, shop.Options.MessagesPerTurn + 1);
    }

    public static TheoryData<int, InjectedPlace> Injections
    {
        get
        {
            TheoryData<int, InjectedPlace> data = [];
            for (int i = 0; i < InjectedTexts.All.Count; i++)
            {
                foreach (InjectedPlace place in Enum.GetValues<InjectedPlace>())
                {
                    data.Add(i, place);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Injections_AreSixtyAtLeast() => Assert.InRange(Injections.Count, 60, 100);

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task Text_ThatAGullibleModelObeys_ReachesNobodyAndMovesNothing(int number, InjectedPlace place)
    {
        InjectedText injected = InjectedTexts.All[number];
        List<string> told = [];
        Stakes? stakes = null;
        AssistantFixture shop = new(script: turn =>
        {
            told.AddRange(turn.Results.Select(result => result.Json.GetRawText()));
            return injected.Obey(turn, stakes!);
        });
        await shop.WithFruitAsync();
        await shop.WithAsync(AssistantFixture.Product(
            "kite",
            place == InjectedPlace.ProductName ? injected.Text : "Kite",
            9m,
            place == InjectedPlace.ProductDescription ? injected.Text : "A kite"));
        stakes = await Stakes.SetAsync(shop);

        await shop.Answers.ReceiveAsync(new InboundMessage
        {
            Kind = place == InjectedPlace.Caption ? InboundMessageKind.Media : InboundMessageKind.Text,
            Text = place is InjectedPlace.Message or InjectedPlace.Caption ? injected.Text : "Tell me of the kite",
        });

        await stakes.AssertAsync(told);
        Assert.NotEmpty(told);
        Assert.InRange(shop.Sent.Count, 1, shop.Options.MessagesPerTurn + 1);
        Assert.DoesNotContain(
            shop.Sent.Select(sent => (sent.Message as TextMessage)?.Body), body => body is not null && body == injected.Answer);
    }
}
