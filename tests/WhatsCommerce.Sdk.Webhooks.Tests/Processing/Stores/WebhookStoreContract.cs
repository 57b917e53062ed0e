using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>
/// What every store of handled events must do. A class for each store derives from it and says how to open one and how time passes.
/// </summary>
public abstract class WebhookStoreContract : IAsyncLifetime
{
    // Long, since a store may tell the time by a clock of its own: no test takes that long.
    protected static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    protected static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "orders");

    /// <summary>An empty store.</summary>
    protected IWebhookStore Store { get; private set; } = null!;

    /// <summary>Another instance that shares its memory; the same one where nothing can be shared.</summary>
    protected IWebhookStore Other { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The cases of keys that are not those of every day.</summary>
    public static TheoryData<string> OddKeys =>
    [
        "",
        "a\0b",
        "\ud83c\udf4e \ud840\udc00 gr\u00fc\u00dfe",
        "'; drop table x; --",
        new string('k', 100_000),
        string.Concat(Enumerable.Repeat("\ud83c\udf4e", 5_000)),
    ];

    public async ValueTask InitializeAsync() => (Store, Other) = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens an empty store, and another instance over the same memory.</summary>
    protected abstract ValueTask<(IWebhookStore Store, IWebhookStore Other)> OpenAsync();

    /// <summary>Makes the store believe that time has passed.</summary>
    protected abstract ValueTask PassTimeAsync(TimeSpan time);

    [Fact]
    public async Task TryBegin_NewKey_IsClaimedAsTheFirstAttempt()
    {
        WebhookClaim claim = await Store.TryBeginAsync(Key, Lease, Cancel);

        Assert.Equal(WebhookClaimState.Claimed, claim.State);
        Assert.Equal(Key, claim.Key);
        Assert.Equal(1, claim.Attempt);
        Assert.NotEqual(Guid.Empty, claim.Token);
    }

    [Fact]
    public async Task TryBegin_HeldByAnother_IsInProgress()
    {
        await ClaimAsync();

        Assert.Equal(WebhookClaim.InProgress(Key), await Other.TryBeginAsync(Key, Lease, Cancel));
    }

    [Fact]
    public async Task TryBegin_Completed_IsDone()
    {
        await Store.CompleteAsync(await ClaimAsync(), Cancel);

        Assert.Equal(WebhookClaim.Done(Key), await Other.TryBeginAsync(Key, Lease, Cancel));
    }

    [Fact]
    public async Task TryBegin_CompletedLongerAgoThanTheLease_IsStillDone()
    {
        await Store.CompleteAsync(await ClaimAsync(), Cancel);
        await PassTimeAsync(TimeSpan.FromDays(6));

        Assert.Equal(WebhookClaimState.Done, (await Store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_Dead_IsDone()
    {
        await Store.MarkDeadAsync(await ClaimAsync(), Cancel);

        Assert.Equal(WebhookClaim.Done(Key), await Other.TryBeginAsync(Key, Lease, Cancel));
    }

    [Fact]
    public async Task TryBegin_Abandoned_IsClaimedAgainAtOnceAndCounted()
    {
        WebhookClaim first = await ClaimAsync();
        Assert.True(await Store.AbandonAsync(first, "the shop is closed", Cancel));

        WebhookClaim second = await Other.TryBeginAsync(Key, Lease, Cancel);

        Assert.Equal(WebhookClaimState.Claimed, second.State);
        Assert.Equal(2, second.Attempt);
        Assert.NotEqual(first.Token, second.Token);
    }

    [Fact]
    public async Task TryBegin_LeaseNotOverYet_IsInProgress()
    {
        await ClaimAsync();
        await PassTimeAsync(Lease - TimeSpan.FromMinutes(30));

        Assert.Equal(WebhookClaimState.InProgress, (await Other.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_LeaseOver_CountsTheRunThatNeverEnded()
    {
        await ClaimAsync();
        await PassTimeAsync(Lease);

        WebhookClaim second = await Other.TryBeginAsync(Key, Lease, Cancel);

        Assert.Equal(WebhookClaimState.Claimed, second.State);
        Assert.Equal(2, second.Attempt);
    }

    [Theory]
    [InlineData("/messages/message/106540352242922/wamid.B", "orders")]
    [InlineData("/messages/message/106540352242922/wamid.A", "stock")]
    [InlineData("/messages/message/106540352242922/wamid.Ao", "rders")]
    public async Task TryBegin_OtherEventOrHandler_IsNobodyElsesBusiness(string webhookEvent, string handler)
    {
        await Store.CompleteAsync(await ClaimAsync(), Cancel);

        Assert.Equal(WebhookClaimState.Claimed, (await Store.TryBeginAsync(new(webhookEvent, handler), Lease, Cancel)).State);
    }

    [Theory, MemberData(nameof(OddKeys))]
    public async Task TryBegin_OddKey_IsToldFromOthers(string odd)
    {
        WebhookClaim claim = await Store.TryBeginAsync(new(odd, "orders"), Lease, Cancel);
        await Store.CompleteAsync(claim, Cancel);

        Assert.Equal(WebhookClaimState.Done, (await Store.TryBeginAsync(new(odd, "orders"), Lease, Cancel)).State);
        Assert.Equal(WebhookClaimState.Claimed, (await Store.TryBeginAsync(new(odd + "x", "orders"), Lease, Cancel)).State);
        Assert.Equal(WebhookClaimState.Claimed, (await Store.TryBeginAsync(new("orders", odd + "y"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_AHundredAtOnce_OneWins()
    {
        for (int round = 0; round < 5; round++)
        {
            WebhookKey key = new($"race/{round}", "orders");
            WebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
                Task.Run(async () => await (i % 2 == 0 ? Store : Other).TryBeginAsync(key, Lease, Cancel), Cancel)));

            Assert.Equal(1, Assert.Single(claims, claim => claim.State == WebhookClaimState.Claimed).Attempt);
            Assert.Equal(99, claims.Count(claim => claim.State == WebhookClaimState.InProgress));
        }
    }

    [Fact]
    public async Task TryBegin_AHundredAtOnceAfterTheLease_OneWinsAsTheSecondAttempt()
    {
        await ClaimAsync();
        await PassTimeAsync(Lease);

        WebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? Store : Other).TryBeginAsync(Key, Lease, Cancel), Cancel)));

        Assert.Equal(2, Assert.Single(claims, claim => claim.State == WebhookClaimState.Claimed).Attempt);
    }

    [Fact]
    public async Task TryBegin_ManyKeysOfTwoInstancesAtOnce_EachHasOneOwner()
    {
        WebhookKey[] keys = [.. Enumerable.Range(0, 300).Select(static i => new WebhookKey($"many/{i}", "orders"))];

        WebhookClaim[] claims = await Task.WhenAll(keys.Select(key => Store.TryBeginAsync(key, Lease, Cancel).AsTask())
            .Concat(keys.Reverse().Select(key => Other.TryBeginAsync(key, Lease, Cancel).AsTask())));

        Assert.Equal(
            keys,
            claims.Where(static claim => claim.State == WebhookClaimState.Claimed).Select(static claim => claim.Key)
                .OrderBy(key => Array.IndexOf(keys, key)));
        Assert.Equal(300, claims.Count(static claim => claim.State == WebhookClaimState.InProgress));
    }

    [Fact]
    public async Task Complete_ManyAtOnceSomeOfThemOvertaken_EachIsToldItsOwn()
    {
        WebhookClaim[] stale = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => Store.TryBeginAsync(new($"many/{i}", "orders"), Lease, Cancel).AsTask()));
        await PassTimeAsync(Lease);
        WebhookClaim[] taken = await Task.WhenAll(stale.Take(40).Select(
            claim => Other.TryBeginAsync(claim.Key, Lease, Cancel).AsTask()));

        bool[] completed = await Task.WhenAll(stale.Concat(taken).Select(claim => Store.CompleteAsync(claim, Cancel).AsTask()));

        Assert.Equal(Enumerable.Repeat(false, 40).Concat(Enumerable.Repeat(true, 100)), completed);
        WebhookClaim[] again = await Task.WhenAll(stale.Select(claim => Other.TryBeginAsync(claim.Key, Lease, Cancel).AsTask()));
        Assert.All(again, static claim => Assert.Equal(WebhookClaimState.Done, claim.State));
    }

    [Fact]
    public async Task Complete_Twice_HoldsBothTimes()
    {
        WebhookClaim claim = await ClaimAsync();

        Assert.True(await Store.CompleteAsync(claim, Cancel));
        Assert.True(await Other.CompleteAsync(claim, Cancel));
    }

    [Fact]
    public async Task Complete_AfterTheLeaseWhenNobodyTookTheKey_Holds()
    {
        WebhookClaim claim = await ClaimAsync();
        await PassTimeAsync(Lease * 2);

        Assert.True(await Store.CompleteAsync(claim, Cancel));
        Assert.Equal(WebhookClaimState.Done, (await Other.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task EveryChange_OfAnOwnerWhoWasOvertaken_IsRefusedAndChangesNothing()
    {
        WebhookClaim stale = await ClaimAsync();
        await PassTimeAsync(Lease);
        WebhookClaim current = await Other.TryBeginAsync(Key, Lease, Cancel);

        Assert.False(await Store.CompleteAsync(stale, Cancel));
        Assert.False(await Store.AbandonAsync(stale, "too late", Cancel));
        Assert.False(await Store.MarkDeadAsync(stale, Cancel));
        Assert.False(await Store.RenewAsync(stale, Lease, Cancel));
        Assert.Equal(WebhookClaimState.InProgress, (await Store.TryBeginAsync(Key, Lease, Cancel)).State);
        Assert.True(await Other.CompleteAsync(current, Cancel));
    }

    [Fact]
    public async Task Complete_AbandonedOrDead_IsRefused()
    {
        WebhookClaim abandoned = await ClaimAsync();
        await Store.AbandonAsync(abandoned, "", Cancel);
        Assert.False(await Store.CompleteAsync(abandoned, Cancel));

        WebhookClaim dead = await ClaimAsync();
        await Store.MarkDeadAsync(dead, Cancel);
        Assert.False(await Store.CompleteAsync(dead, Cancel));
    }

    [Fact]
    public async Task Abandon_Completed_IsRefusedAndStaysDone()
    {
        WebhookClaim claim = await ClaimAsync();
        await Store.CompleteAsync(claim, Cancel);

        Assert.False(await Store.AbandonAsync(claim, "", Cancel));
        Assert.False(await Store.MarkDeadAsync(claim, Cancel));
        Assert.Equal(WebhookClaimState.Done, (await Store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Abandon_OddError_IsTaken()
    {
        WebhookClaim claim = await ClaimAsync();

        Assert.True(await Store.AbandonAsync(claim, $"\0 \ud83c\udf4e \ud83c {new string('e', 100_000)}", Cancel));
    }

    [Fact]
    public async Task MarkDead_Twice_HoldsBothTimes()
    {
        WebhookClaim claim = await ClaimAsync();

        Assert.True(await Store.MarkDeadAsync(claim, Cancel));
        Assert.True(await Other.MarkDeadAsync(claim, Cancel));
    }

    [Fact]
    public async Task Renew_BeforeTheEnd_HoldsFromThenOn()
    {
        WebhookClaim claim = await ClaimAsync();
        await PassTimeAsync(Lease / 2);
        Assert.True(await Store.RenewAsync(claim, Lease, Cancel));
        await PassTimeAsync(Lease * 0.75);

        Assert.Equal(WebhookClaimState.InProgress, (await Other.TryBeginAsync(Key, Lease, Cancel)).State);

        await PassTimeAsync(Lease / 2);
        Assert.Equal(WebhookClaimState.Claimed, (await Other.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Renew_AfterTheEndWhenNobodyTookTheKey_Holds()
    {
        WebhookClaim claim = await ClaimAsync();
        await PassTimeAsync(Lease * 2);

        Assert.True(await Store.RenewAsync(claim, Lease, Cancel));
        Assert.Equal(WebhookClaimState.InProgress, (await Other.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Revive_Dead_BeginsAnew()
    {
        await Store.AbandonAsync(await ClaimAsync(), "", Cancel);
        WebhookClaim dead = await Store.TryBeginAsync(Key, Lease, Cancel);
        await Store.MarkDeadAsync(dead, Cancel);

        await Other.ReviveAsync(Key, Cancel);

        WebhookClaim claim = await Store.TryBeginAsync(Key, Lease, Cancel);
        Assert.Equal(WebhookClaimState.Claimed, claim.State);
        Assert.Equal(1, claim.Attempt);
        Assert.False(await Store.MarkDeadAsync(dead, Cancel));
    }

    [Fact]
    public async Task Revive_CompletedRunningOrUnknown_DoesNothing()
    {
        WebhookClaim running = await ClaimAsync();
        WebhookKey completed = Key with { Handler = "stock" };
        await Store.CompleteAsync(await Store.TryBeginAsync(completed, Lease, Cancel), Cancel);

        await Store.ReviveAsync(Key, Cancel);
        await Store.ReviveAsync(completed, Cancel);
        await Store.ReviveAsync(Key with { Handler = "never seen" }, Cancel);

        Assert.Equal(WebhookClaimState.Done, (await Store.TryBeginAsync(completed, Lease, Cancel)).State);
        Assert.True(await Store.CompleteAsync(running, Cancel));
    }

    [Fact]
    public async Task Check_StoreThatWorks_Passes()
    {
        await Store.CheckAsync(Cancel);

        Assert.Equal(WebhookClaimState.Claimed, (await Store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    protected async Task<WebhookClaim> ClaimAsync()
    {
        WebhookClaim claim = await Store.TryBeginAsync(Key, Lease, Cancel);
        Assert.Equal(WebhookClaimState.Claimed, claim.State);
        return claim;
    }
}
