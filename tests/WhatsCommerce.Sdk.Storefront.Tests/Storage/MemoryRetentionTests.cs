using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryRetentionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CartState.Converted, 30, false)]
    [InlineData(CartState.Expired, 31, true)]
    [InlineData(CartState.Replaced, 31, true)]
    [InlineData(CartState.Open, 31, false)]
    [InlineData(CartState.Locked, 31, false)]
    public async Task Claim_CartAfterItsRetention_RemovesWhatHasEnded(CartState state, int days, bool isRemoved)
    {
        MemoryStorefrontStore store = new();
        await store.CommitAsync(new StorefrontStep { ShopId = "shop", Carts = [Cart(state)] }, Stop);

        await store.ClaimOutboxAsync("shop", Noon.AddDays(days), Noon.AddDays(days + 1), 10, Stop);

        Assert.Equal(isRemoved, await store.FindCartAsync("shop", "c", Stop) is null);
    }

    [Fact]
    public async Task Claim_WithAnotherRetention_KeepsToIt()
    {
        MemoryStorefrontStore store = new(new MemoryStorefrontStoreOptions { Retention = TimeSpan.FromHours(1) });
        await store.CommitAsync(new StorefrontStep { ShopId = "shop", Carts = [Cart(CartState.Expired)] }, Stop);

        await store.ClaimOutboxAsync("shop", Noon.AddHours(2), Noon.AddHours(3), 10, Stop);

        Assert.Null(await store.FindCartAsync("shop", "c", Stop));
    }

    [Fact]
    public async Task Claim_WebhookOfAProviderAfterItsRetention_ForgetsItsId()
    {
        MemoryStorefrontStore store = new();
        StorefrontStep step = new()
        {
            ShopId = "shop",
            ProviderEvents = [new ProviderEvent { Provider = "stripe", Id = "evt_1", At = Noon }],
        };
        await store.CommitAsync(step, Stop);

        await store.ClaimOutboxAsync("shop", Noon.AddDays(30), Noon.AddDays(31), 10, Stop);
        Assert.True(await store.HasProviderEventAsync("shop", "stripe", "evt_1", Stop));
        await store.ClaimOutboxAsync("shop", Noon.AddDays(31), Noon.AddDays(32), 10, Stop);

        Assert.False(await store.HasProviderEventAsync("shop", "stripe", "evt_1", Stop));
    }

    private static Cart Cart(CartState state) => new()
    {
        ShopId = "shop",
        Id = "c",
        Customer = new("pablo"),
        State = state,
        Lines = [],
        CreatedAt = Noon.AddDays(-7),
        ExpiresAt = Noon,
    };
}
