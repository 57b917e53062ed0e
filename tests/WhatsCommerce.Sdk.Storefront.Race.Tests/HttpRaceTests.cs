using System.Text.Json.Nodes;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>
/// The race with nothing in memory: a shop in a process of its own that is killed again and again, a real database, and a local provider
/// over HTTP whose ledger judges. Half of the customers have a provider that never fails, the other half one that fails at every moment.
/// </summary>
public sealed class HttpRaceTests
{
    private const int AtOnce = 40;

    // No customer calls the shop less often, so that the kills are spread over the race.
    private const int CallsOfACustomer = 4;

    private static readonly int Kills = Repetitions.Of("STOREFRONT_HTTP_KILLS", few: 3, all: 10);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Runs => Repetitions.Of("STOREFRONT_HTTP_RACES", few: 8, all: 20);

    [Theory]
    [InlineData("stripe", "sqlite")]
    [InlineData("stripe", "postgresql")]
    [InlineData("paypal", "sqlite")]
    [InlineData("paypal", "postgresql")]
    [InlineData("razorpay", "sqlite")]
    [InlineData("razorpay", "postgresql")]
    public async Task Race_OverHttpWithKills_NobodyPaysTwiceAndNothingIsLost(string provider, string database)
    {
        int runs = Runs;
        int step = Math.Max(1, runs * CallsOfACustomer / (Kills + 1));
        IEnumerable<int> killsAt = Enumerable.Range(1, Kills).Select(kill => kill * step);
        await using RaceStage stage = await RaceStage.StartAsync(provider, database, killsAt);
        RaceBooks books = new(stage.Provider.Ledger);
        stage.Provider.Webhooks
            .AtRandom(0.2, LocalWebhookFault.Drop(), seed: 1)
            .AtRandom(0.2, LocalWebhookFault.Duplicate(), seed: 2)
            .AtRandom(0.2, LocalWebhookFault.Delay(TimeSpan.FromSeconds(2)), seed: 3)
            .AtRandom(0.1, LocalWebhookFault.Reorder(), seed: 4);

        RaceCustomer[] calm = await PlayAsync(stage, Enumerable.Range(1, runs - (runs / 2)));
        stage.Provider.Faults
            .AtRandom(0.04, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed: 5)
            .AtRandom(0.04, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed: 6)
            .AtRandom(0.03, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed: 7)
            .AtRandom(0.03, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed: 8)
            .AtRandom(0.03, EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(1)), seed: 9)
            .AtRandom(0.03, EmulatedFault.SlowAnswer(TimeSpan.FromMilliseconds(200)), seed: 10);
        RaceCustomer[] rough = await PlayAsync(stage, Enumerable.Range(runs - (runs / 2) + 1, runs / 2));
        await stage.KillTheRestAsync();
        await QuiesceAsync(stage, [.. calm, .. rough]);

        foreach ((RaceCustomer customer, bool isCalm) in calm.Select(one => (one, true)).Concat(rough.Select(one => (one, false))))
        {
            books.Judge(customer, (JsonArray)await stage.AskAsync("orders", ("product", customer.Product)), isCalm);
        }

        books.JudgeRest(stage.Done);
        Assert.Equal(Kills, stage.Kills);
        Assert.True(books.Wrong.Count == 0, string.Join('\n', books.Wrong.Take(30)));
        Assert.NotEmpty(stage.Provider.Ledger.Charges);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("AmountIsTheQuotes", true)]
    public async Task Race_OverHttpWithAWrongAmount_IsFoundByTheOracleOnlyWithoutItsGuard(string? withoutGuard, bool isFound)
    {
        await using RaceStage stage = await RaceStage.StartAsync("stripe", "sqlite", [], withoutGuard);
        RaceBooks books = new(stage.Provider.Ledger);
        RaceCustomer[] customers = await PlayAsync(
            stage, Enumerable.Range(1, 6).Select(seed => new RaceCustomer(stage, seed) { Mistake = LocalPaymentMistake.Amount }));
        await QuiesceAsync(stage, customers);

        foreach (RaceCustomer customer in customers)
        {
            books.Judge(customer, (JsonArray)await stage.AskAsync("orders", ("product", customer.Product)), hadNoFaults: true);
        }

        books.JudgeRest(stage.Done);
        Assert.NotEmpty(stage.Provider.Ledger.Charges);
        Assert.Equal(isFound, books.Wrong.Count > 0);
    }

    private static Task<RaceCustomer[]> PlayAsync(RaceStage stage, IEnumerable<int> seeds) =>
        PlayAsync(stage, seeds.Select(seed => new RaceCustomer(stage, seed)));

    private static async Task<RaceCustomer[]> PlayAsync(RaceStage stage, IEnumerable<RaceCustomer> players)
    {
        RaceCustomer[] customers = [.. players];
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task clock = TickAsync(stage, end.Token);
        await Parallel.ForEachAsync(
            customers,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
            async (customer, _) => await customer.RunAsync());
        await end.CancelAsync();
        await clock;
        return customers;
    }

    /// <summary>Time goes by sixty times as fast, so that the shop's own sweep has work while customers pay.</summary>
    private static async Task TickAsync(RaceStage stage, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(Tick, TimeProvider.System, CancellationToken.None);
            await stage.AdvanceAsync(Tick * 60);
        }
    }

    /// <summary>The faults are over, time goes by, and the shop's own worker sweeps until nothing is left to do.</summary>
    private static async Task QuiesceAsync(RaceStage stage, RaceCustomer[] customers)
    {
        stage.Provider.Faults.Clear();
        stage.Provider.Webhooks.Clear();
        await Patiently.Until(async () =>
        {
            foreach (LocalCheckout page in stage.Provider.Checkouts)
            {
                page.Confirm();
            }

            await stage.AdvanceAsync(TimeSpan.FromHours(7));
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Cancel);
            JsonNode outbox = await stage.AskAsync("outbox");
            return outbox["waiting"]!.GetValue<int>() + outbox["dead"]!.GetValue<int>() == 0 && !await IsMoneyMovingAsync(stage, customers);
        });
    }

    private static async Task<bool> IsMoneyMovingAsync(RaceStage stage, RaceCustomer[] customers)
    {
        foreach (RaceCustomer customer in customers)
        {
            JsonArray orders = (JsonArray)await stage.AskAsync("orders", ("product", customer.Product));
            if (orders.Any(order => order!["refunding"]!.GetValue<bool>())
                || orders.SelectMany(order => (JsonArray)order!["attempts"]!).Any(attempt => attempt!["live"]!.GetValue<bool>()))
            {
                return true;
            }
        }

        return false;
    }
}
