namespace WhatsCommerce.Tests.Identities;

/// <summary>What all must find, in memory; and that the memory is bounded.</summary>
public sealed class MemoryCustomerIdentitiesContractTests : CustomerIdentitiesContract
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task ResolveAsync_BeyondTheCapacity_ForgetsWhoWasNotSeenForTheLongestTime()
    {
        MemoryCustomerIdentities identities = new(options: new() { Capacity = 3 });
        CustomerKey first = await Resolve(identities, "1");
        CustomerKey second = await Resolve(identities, "2");
        await Resolve(identities, "3");
        await Resolve(identities, "1");

        await Resolve(identities, "4");

        Assert.Equal(3, identities.Count);
        Assert.Equal(first, await Resolve(identities, "1"));
        Assert.NotEqual(second, await Resolve(identities, "2"));
        Assert.Equal(second, await identities.GetCurrentAsync(second, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ResolveAsync_ManyBeyondTheCapacity_KeepsThoseSeenLast()
    {
        MemoryCustomerIdentities identities = new(options: new() { Capacity = 3 });
        foreach (string user in (string[])["1", "2", "3", "1", "4", "5", "6", "7", "6"])
        {
            await Resolve(identities, user);
        }

        Assert.Equal(3, identities.Count);
        Assert.Equal(["5", "6", "7"], await KnownAsync(identities, 7));
        await Resolve(identities, "8");
        await Resolve(identities, "9");
        Assert.Equal(["6", "8", "9"], await KnownAsync(identities, 9));
    }

    [Fact]
    public async Task ResolveAsync_MergedCustomers_TakeOnePlaceOfTheCapacity()
    {
        MemoryCustomerIdentities identities = new(options: new() { Capacity = 3 }, timeProvider: _time);
        CustomerKey survivor = await Resolve(identities, "1");
        Tick();
        CustomerKey merged = await Resolve(identities, "2");
        await MergeAsync(identities, "2", "1");
        Assert.Equal(1, identities.Count);

        await Resolve(identities, "3");
        await Resolve(identities, "4");
        Assert.Equal(survivor, await identities.GetCurrentAsync(merged, TestContext.Current.CancellationToken));
        Assert.Equal(["1", "2", "3", "4"], await KnownAsync(identities, 4));

        await Resolve(identities, "5");
        Assert.Equal(3, identities.Count);
        Assert.Equal(["3", "4", "5"], await KnownAsync(identities, 5));
    }

    [Fact]
    public async Task DeleteAsync_SomeOfMany_GivesTheirPlaceToOthers()
    {
        MemoryCustomerIdentities identities = new(options: new() { Capacity = 3 });
        CustomerKey first = await Resolve(identities, "1");
        CustomerKey second = await Resolve(identities, "2");
        await Resolve(identities, "3");

        await identities.DeleteAsync(second, TestContext.Current.CancellationToken);
        await identities.DeleteAsync(second, TestContext.Current.CancellationToken);
        Assert.Equal(2, identities.Count);
        await Resolve(identities, "4");
        Assert.Equal(["1", "3", "4"], await KnownAsync(identities, 4));

        await identities.DeleteAsync(first, TestContext.Current.CancellationToken);
        foreach (string user in (string[])["5", "6", "7", "8"])
        {
            await Resolve(identities, user);
        }

        Assert.Equal(3, identities.Count);
        Assert.Equal(["6", "7", "8"], await KnownAsync(identities, 8));
    }

    [Fact]
    public async Task GetCurrentAsync_AfterVeryManyMerges_KnowsTheLast32Keys()
    {
        MemoryCustomerIdentities identities = new(timeProvider: _time);
        CustomerKey survivor = await Resolve(identities, "0");
        List<CustomerKey> merged = [];
        for (int i = 1; i <= 40; i++)
        {
            Tick();
            merged.Add(await Resolve(identities, $"{i}"));
            await MergeAsync(identities, $"{i}", "0");
        }

        List<CustomerKey> known = [];
        foreach (CustomerKey key in merged)
        {
            if (await identities.GetCurrentAsync(key, TestContext.Current.CancellationToken) == survivor)
            {
                known.Add(key);
            }
        }

        Assert.Equal(merged[8..], known);
    }

    [Fact]
    public async Task ResolveAsync_ManyNumbersOfOneCustomer_KeepsTheLast31BesideTheUserId()
    {
        MemoryCustomerIdentities identities = new();
        List<int> known = [];
        for (int i = 0; i < 100; i++)
        {
            await identities.ResolveAsync(
                new() { UserId = "US.1", WaId = FormattableString.Invariant($"1650555{i:D4}") }, TestContext.Current.CancellationToken);
        }

        for (int i = 0; i < 100; i++)
        {
            CustomerIdentity number = new() { WaId = FormattableString.Invariant($"1650555{i:D4}") };
            if ((await identities.FindAsync(number, TestContext.Current.CancellationToken)).HasValue)
            {
                known.Add(i);
            }
        }

        Assert.Equal(Enumerable.Range(69, 31), known);
        Assert.Equal(["1"], await KnownAsync(identities, 1));
    }

    [Fact]
    public async Task ResolveAsync_ACustomerWithThousandsOfIds_TakesNoMoreMemory()
    {
        MemoryCustomerIdentities identities = new();
        CustomerKey key = default;
        for (int i = 0; i < 5000; i++)
        {
            key = await identities.ResolveAsync(
                new() { UserId = "US.1", WaId = FormattableString.Invariant($"1650555{i:D4}") }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, identities.Count);
        Assert.Equal(key, await identities.FindAsync(new() { WaId = "16505554999" }, TestContext.Current.CancellationToken));
        Assert.Equal(default, await identities.FindAsync(new() { WaId = "16505550000" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ResolveAsync_KnownCustomer_CompletesAtOnce()
    {
        MemoryCustomerIdentities identities = new();

        Assert.True(
            identities.ResolveAsync(new() { UserId = "US.1" }, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
        Assert.True(
            identities.ResolveAsync(new() { UserId = "US.1" }, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public void Constructor_CapacityOfNobody_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemoryCustomerIdentities(options: new() { Capacity = 0 }));

    [Fact]
    public async Task ResolveAsync_NoIdentity_Throws()
    {
        MemoryCustomerIdentities identities = new();

        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await identities.ResolveAsync(null!, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await identities.FindAsync(null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ToString_Identity_HidesTheNumber() => Assert.DoesNotContain(
        "650555",
        new CustomerIdentity { WaId = "16505550101", Previous = new() { WaId = "16505550102" } }.ToString(),
        StringComparison.Ordinal);

    public override ValueTask DisposeAsync() => default;

    protected override ValueTask<(ICustomerIdentities Identities, ICustomerIdentities Other)> OpenAsync(ICustomersMergedHandler handler)
    {
        MemoryCustomerIdentities identities = new([handler], timeProvider: _time);
        return new((identities, identities));
    }

    protected override void Tick() => _time.Advance(TimeSpan.FromMilliseconds(1));

    /// <summary>Those of the first users who are known.</summary>
    private static async Task<IReadOnlyList<string>> KnownAsync(MemoryCustomerIdentities identities, int users)
    {
        List<string> known = [];
        foreach (string user in Enumerable.Range(1, users).Select(user => $"{user}"))
        {
            if ((await identities.FindAsync(new() { UserId = $"US.{user}" }, TestContext.Current.CancellationToken)).HasValue)
            {
                known.Add(user);
            }
        }

        return known;
    }

    private static async Task MergeAsync(MemoryCustomerIdentities identities, string user, string formerUser) =>
        await identities.ResolveAsync(
            new() { UserId = $"US.{user}", Previous = new() { UserId = $"US.{formerUser}" } }, TestContext.Current.CancellationToken);

    private static async Task<CustomerKey> Resolve(MemoryCustomerIdentities identities, string user) =>
        await identities.ResolveAsync(new() { UserId = $"US.{user}" }, TestContext.Current.CancellationToken);
}
