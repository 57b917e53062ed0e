using WhatsCommerce.Http;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>A pace that several instances keep together, in simulated time.</summary>
public class SharedPaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(250)]
    [InlineData(1_000)]
    public async Task Grants_ThreeInstances_AreNeverMoreThanTheRateAndNearlyAllOfIt(int rate)
    {
        using PaceSimulation simulation = new(Second / rate);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        for (int i = 0; i < 3; i++)
        {
            // Clocks that have nothing in common, and a store that is half a millisecond to two off.
            int seed = i;
            Random random = new(seed);
            simulation.Add(store, 64, TimeSpan.FromHours(i * 7), () => TimeSpan.FromMilliseconds(random.Next(1, 3)));
        }

        await simulation.RunAsync(6 * Second);

        Assert.InRange(simulation.MostIn(Second), 1, rate);
        Assert.InRange(simulation.CountBetween(Second, 6 * Second), (int)(5 * rate * 0.95), 5 * rate);
        Assert.All([0, 1, 2], instance => Assert.True(
            simulation.Granted.Count(one => one.Instance == instance) >= rate / 4, $"Instance {instance} got next to nothing."));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Grants_InstancesThatStandStillAndAnswersThatComeLate_AreNeverMoreThanTheRate(int seed)
    {
        Random random = new(seed);
        using PaceSimulation simulation = new(Second / 80);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        for (int i = 0; i < 3; i++)
        {
            simulation.Add(
                store, 32, TimeSpan.FromHours(i), () => TimeSpan.FromMilliseconds(random.Next(20) == 0 ? random.Next(200) : 1));
        }

        for (int i = 0; i < 40; i++)
        {
            simulation.Stall(random.Next(3), TimeSpan.FromMilliseconds(random.Next(150)));
            await simulation.RunAsync(TimeSpan.FromMilliseconds(random.Next(50, 300)));
        }

        Assert.InRange(simulation.MostIn(Second), 1, 80);
    }

    [Fact]
    public async Task Grants_InstanceDies_GoToTheOthers()
    {
        using PaceSimulation simulation = new(Second / 80);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        for (int i = 0; i < 3; i++)
        {
            simulation.Add(store, 32, TimeSpan.Zero);
        }

        await simulation.RunAsync(2 * Second);
        simulation.Kill(1);
        await simulation.RunAsync(4 * Second);

        Assert.InRange(simulation.MostIn(Second), 1, 80);
        Assert.InRange(simulation.CountBetween(3 * Second, 6 * Second), 3 * 76, 3 * 80);
        Assert.DoesNotContain(simulation.Granted, one => one.Instance == 1 && one.At >= 2 * Second);
    }

    [Fact]
    public async Task Grants_StoreThatIsFar_ComeAllTheSame()
    {
        using PaceSimulation simulation = new(Second / 80);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        simulation.Add(store, 64, TimeSpan.Zero, () => TimeSpan.FromMilliseconds(60));
        simulation.Add(store, 1, TimeSpan.Zero, () => TimeSpan.FromMilliseconds(60));

        await simulation.RunAsync(6 * Second);

        Assert.InRange(simulation.MostIn(Second), 1, 80);
        Assert.InRange(simulation.CountBetween(2 * Second, 6 * Second), 4 * 76, 4 * 80);
        Assert.Contains(simulation.Granted, one => one.Instance == 1 && one.At > 2 * Second);
    }

    [Fact]
    public async Task Grants_Pair_AreTheBurstAndThenOneInEachInterval()
    {
        TimeSpan interval = 6 * Second;
        using PaceSimulation simulation = new(interval, burst: 5);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        for (int i = 0; i < 3; i++)
        {
            simulation.Add(store, 4, TimeSpan.FromHours(i));
        }

        await simulation.RunAsync(10 * interval);

        TimeSpan[] times = [.. simulation.Granted.Select(one => one.At)];
        Assert.InRange(times[4], TimeSpan.Zero, Second);
        Assert.InRange(times.Length, 5 + 8, 5 + 9);
        Assert.All(Enumerable.Range(5, times.Length - 6), i => Assert.True(times[i + 1] - times[i] >= interval));
    }

    [Fact]
    public async Task Grants_StoreGoneWithoutFallback_WaitForIt()
    {
        using PaceSimulation simulation = new(Second / 80);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        simulation.Add(store, 16, TimeSpan.Zero);
        await simulation.RunAsync(Second);

        simulation.Reach(false);
        await simulation.RunAsync(3 * Second);
        simulation.Reach(true);
        await simulation.RunAsync(8 * Second);

        Assert.Equal(0, simulation.CountBetween(2 * Second, 4 * Second));
        Assert.InRange(simulation.CountBetween(10 * Second, 12 * Second), 2 * 76, 2 * 80);
        Assert.InRange(simulation.MostIn(Second), 1, 80);
    }

    [Fact]
    public async Task Grants_StoreGoneWithFallback_AreTheRateOverAllInstances()
    {
        using PaceSimulation simulation = new(Second / 80);
        MemoryTurnStore store = new(() => simulation.StoreClock);
        for (int i = 0; i < 4; i++)
        {
            simulation.Add(store, 16, TimeSpan.FromHours(i), fallback: 4);
        }

        simulation.Reach(false);
        await simulation.RunAsync(6 * Second);

        Assert.InRange(simulation.CountBetween(2 * Second, 6 * Second), 4 * 72, 4 * 80);
        Assert.InRange(simulation.MostIn(Second), 1, 80);
    }

    [Fact]
    public void ToLocal_BoundsThatNarrow_AreTakenTogether()
    {
        StoreClock clock = new();
        clock.Observe(asked: 1_000, store: 501_000, responded: 9_000);
        clock.Observe(asked: 20_000, store: 524_000, responded: 25_000);

        // Between 492,000 and 500,000 by the first answer, between 499,000 and 504,000 by the second.
        Assert.InRange(clock.ToLocal(600_000), 600_000 - 500_020, 600_000 - 498_980);
    }

    [Fact]
    public void ToLocal_StoreClockThatWasSet_IsFollowed()
    {
        StoreClock clock = new();
        clock.Observe(asked: 1_000, store: 501_000, responded: 2_000);
        clock.Observe(asked: 20_000, store: 90_000_000, responded: 21_000);

        Assert.InRange(clock.ToLocal(90_000_000), 20_000, 21_000);
    }
}
