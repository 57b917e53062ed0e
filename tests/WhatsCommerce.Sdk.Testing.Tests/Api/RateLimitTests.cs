using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>How fast a number may send, in all and to one customer.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task MessagesPerSecond_OneMore_Gives130429UntilTimePasses()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time, MessagesPerSecond = 5 }, connect: false);

        for (int i = 0; i < 5; i++)
        {
            (await stage.PostTextAsync(to: $"+1650555000{i}")).AssertAccepted();
        }

        Answer refused = await stage.PostTextAsync(to: "+16505550009");
        time.Advance(TimeSpan.FromMilliseconds(200));
        Answer afterAWhile = await stage.PostTextAsync(to: "+16505550009");
        Answer again = await stage.PostTextAsync(to: "+16505550009");

        refused.AssertRefused(130429);
        Assert.Equal("Cloud API message throughput has been reached.", refused.Details);
        afterAWhile.AssertAccepted();
        again.AssertRefused(130429);
        Assert.Single(stage.Cloud.Customer("+16505550009").Received);
    }

    [Fact]
    public async Task MessagesPerSecond_RefusedOnes_DoNotCount()
    {
        await using Stage stage = await Stage.StartAsync(new()
        {
            TimeProvider = new FakeTimeProvider(),
            MessagesPerSecond = 1
        }, connect: false);

        (await stage.PostTextAsync(text: "")).AssertRefused(100);
        stage.Cloud.Customer("+16505551234").CloseWindow();
        (await stage.PostTextAsync()).AssertRefused(131047);
        (await stage.PostTextAsync(to: "+16505550001")).AssertAccepted();
        (await stage.PostTextAsync(to: "+16505550001")).AssertRefused(130429);
    }

    [Fact]
    public async Task PairRateLimit_FortySixAtOnce_TheLastGives131056AndOtherCustomersDoNot()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time, PairRateLimit = true }, connect: false);

        for (int i = 0; i < 45; i++)
        {
            (await stage.PostTextAsync()).AssertAccepted();
        }

        (await stage.PostTextAsync()).AssertRefused(131056);
        (await stage.PostTextAsync(to: "+16505550001")).AssertAccepted();
        time.Advance(TimeSpan.FromSeconds(6));
        (await stage.PostTextAsync()).AssertAccepted();
        (await stage.PostTextAsync()).AssertRefused(131056);
        time.Advance(TimeSpan.FromSeconds(45 * 6));
        (await stage.PostTextAsync()).AssertAccepted();
    }

    [Fact]
    public async Task PairRateLimit_ManyCustomers_ForgetsThemAfterAWhile()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new()
        {
            TimeProvider = time,
            PairRateLimit = true,
            HistoryLimit = 10
        }, connect: false);

        for (int i = 0; i < 1_200; i++)
        {
            (await stage.PostTextAsync(to: $"+1650556{i:D4}")).AssertAccepted();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(stage.Cloud.Parts.Pace.Pairs, 1, 300);
    }
}
