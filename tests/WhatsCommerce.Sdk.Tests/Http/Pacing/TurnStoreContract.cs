using WhatsCommerce.Http;

namespace WhatsCommerce.Tests.Sending;

/// <summary>
/// What every store of shared turns must do. A class for each store derives from it and says how to open some over the same memory.
/// </summary>
public abstract class TurnStoreContract : IAsyncLifetime
{
    private const long Step = 12_500;
    private const long Horizon = 500_000;

    private long _now = 1_790_000_000_000_000;
    private ITurnStore[] _stores = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await OpenAsync(3, () => Volatile.Read(ref _now));

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Reserve_NobodyBefore_GrantsFromTheLeadOn()
    {
        GrantedTurns granted = await ReserveAsync(Number(4) with { Lead = 3_000 });

        Assert.Equal(new GrantedTurns("n", 4, _now + 3_000, _now + 3_000 + 4 * Step, _now), granted);
    }

    [Fact]
    public async Task Reserve_OtherInstance_GoesOnBehindTheFormerTurns()
    {
        GrantedTurns former = await ReserveAsync(Number(4));
        _now += 1_000;

        GrantedTurns granted = await ReserveAsync(Number(2), instance: 1);

        Assert.Equal(2, granted.Turns);
        Assert.Equal(former.First + 4 * Step, granted.First);
    }

    [Fact]
    public async Task Reserve_MoreThanTheHorizonHolds_GrantsWhatItHoldsAndThenNone()
    {
        GrantedTurns some = await ReserveAsync(Number(1_000));
        GrantedTurns none = await ReserveAsync(Number(1), instance: 1);

        Assert.Equal(Horizon / Step + 1, some.Turns);
        Assert.Equal(0, none.Turns);
        Assert.Equal(some.First + some.Turns * Step, none.Next);
    }

    [Fact]
    public async Task Reserve_AfterSilence_GrantsNoMoreThanAtOnce()
    {
        await ReserveAsync(Number(4));
        _now += 10_000_000;

        GrantedTurns granted = await ReserveAsync(Number(2));

        Assert.Equal((2, _now), (granted.Turns, granted.First));
    }

    [Fact]
    public async Task Reserve_Burst_RunsAheadAndIsPaidBack()
    {
        TurnRequest pair = new("p", 1, 6_000_000, 2 * 6_000_000, Horizon, 0);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(1, (await ReserveAsync(pair, i)).Turns);
        }

        GrantedTurns refused = await ReserveAsync(pair);
        _now = refused.Next;

        Assert.Equal(0, refused.Turns);
        Assert.Equal(1, (await ReserveAsync(pair, 2)).Turns);
        Assert.Equal(0, (await ReserveAsync(pair, 1)).Turns);
    }

    [Fact]
    public async Task Reserve_ClockPutBack_DoesNotWaitForTheFormerTime()
    {
        await ReserveAsync(Number(4));
        _now -= 3_600_000_000;

        GrantedTurns waits = await ReserveAsync(Number(1));
        long waited = waits.Next - _now;
        _now = waits.Next;

        Assert.InRange(waited, 0, TurnRequest.MostHorizon + Step);
        Assert.Equal(1, (await ReserveAsync(Number(1))).Turns);
    }

    [Fact]
    public async Task Reserve_Nothing_IsAnAnswer() => Assert.Empty(await _stores[0].ReserveAsync([], Cancel));

    [Fact]
    public async Task Reserve_NoTurn_TellsTheTime()
    {
        Assert.Equal((0, _now), await AskAsync());
        _now += 5_000;
        Assert.Equal((0, _now), await AskAsync());

        async Task<(long, long)> AskAsync() =>
            await ReserveAsync(new TurnRequest("time", 0, 1, 0, 1, 0)) is var told ? (told.Turns, told.Now) : default;
    }

    [Fact]
    public async Task Reserve_ManyAtOnceFromThreeInstances_GivesNoTurnTwice()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"id{i}"))];
        GrantedTurns[][] granted = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(
            async () =>
            {
                // In another order each time: nobody may wait for the others in a circle.
                IEnumerable<string> some = ids.Skip(i % 5).Take(6);
                IReadOnlyList<GrantedTurns> answer = await _stores[i % 3].ReserveAsync(
                    [.. (i % 2 == 0 ? some : some.Reverse()).Select(id => Number(1) with { Id = id })], Cancel);
                return answer.ToArray();
            },
            Cancel)));

        foreach (IGrouping<string, GrantedTurns> one in granted.SelectMany(some => some).GroupBy(some => some.Id))
        {
            long[] turns = [.. one.Where(some => some.Turns == 1).Select(some => some.First).Order()];
            Assert.Equal(Math.Min(one.Count(), Horizon / Step + 1), turns.Length);
            Assert.Equal(Enumerable.Range(0, turns.Length).Select(i => turns[0] + i * Step), turns);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Reserve_AnyHistory_IsThatOfTheStoreInMemory(int seed)
    {
        Random random = new(seed);
        MemoryTurnStore expected = new(() => _now);
        for (int i = 0; i < 300; i++)
        {
            _now += random.Next(50) == 0 ? -2_000_000 : random.Next(200_000);
            TurnRequest[] requests =
            [
                .. Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0).Select(id => new TurnRequest(
                    FormattableString.Invariant($"id{id}"),
                    id == 2 ? 1 : random.Next(1, 60),
                    random.Next(2) == 0 ? Step : 6_000_000,
                    id == 2 ? 44 * 6_000_000L : 0,
                    Horizon,
                    random.Next(3) == 0 ? random.Next(100_000) : 0)),
            ];

            IReadOnlyList<GrantedTurns> granted = await _stores[i % 3].ReserveAsync(requests, Cancel);

            Assert.Equal(expected.Reserve(requests).OrderBy(one => one.Id), granted.OrderBy(one => one.Id));
        }
    }

    /// <summary>Opens stores over the same empty memory, which go by a clock.</summary>
    private protected abstract ValueTask<ITurnStore[]> OpenAsync(int count, Func<long> clock);

    private static TurnRequest Number(long turns) => new("n", turns, Step, 0, Horizon, 0);

    private async Task<GrantedTurns> ReserveAsync(TurnRequest request, int instance = 0) =>
        Assert.Single(await _stores[instance].ReserveAsync([request], Cancel));
}
