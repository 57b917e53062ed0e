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

    private static async Task<CustomerKey> Resolve(MemoryCustomerIdentities identities, string user) =>
        await identities.ResolveAsync(new() { UserId = $"US.{user}" }, TestContext.Current.CancellationToken);
}
