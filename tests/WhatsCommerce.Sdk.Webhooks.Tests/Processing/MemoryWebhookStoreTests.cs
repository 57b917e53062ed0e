using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>The store in memory: claims, leases, tokens, and what it forgets.</summary>
public class MemoryWebhookStoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly WebhookKey Key = new("/messages/message/1/wamid.1", "orders");
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryWebhookStore _store;

    public MemoryWebhookStoreTests() => _store = new(new() { Capacity = 3, Retention = TimeSpan.FromDays(7) }, _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryBegin_FirstTime_IsTheFirstAttempt()
    {
        WebhookClaim claim = await Begin(Key);

        Assert.Equal((WebhookClaimState.Claimed, 1, Key), (claim.State, claim.Attempt, claim.Key));
        Assert.NotEqual(Guid.Empty, claim.Token);
    }

    [Fact]
    public async Task TryBegin_WhileTheLeaseHolds_IsInProgress()
    {
        await Begin(Key);
        _time.Advance(Lease - TimeSpan.FromTicks(1));

        Assert.Equal(WebhookClaimState.InProgress, (await Begin(Key)).State);
    }

    [Fact]
    public async Task TryBegin_AfterTheLease_IsTheNextAttemptWithAnotherToken()
    {
        WebhookClaim first = await Begin(Key);
        _time.Advance(Lease);

        WebhookClaim second = await Begin(Key);

        Assert.Equal((WebhookClaimState.Claimed, 2), (second.State, second.Attempt));
        Assert.NotEqual(first.Token, second.Token);
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("dead")]
    [InlineData("abandon")]
    [InlineData("renew")]
    public async Task Settle_ByAnOwnerThatWasOvertaken_IsRefusedAndChangesNothing(string how)
    {
        WebhookClaim stale = await Begin(Key);
        _time.Advance(Lease);
        WebhookClaim owner = await Begin(Key);

        Assert.False(await Settle(stale, how));

        Assert.Equal(WebhookClaimState.InProgress, (await Begin(Key)).State);
        Assert.True(await Settle(owner, how));
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("dead")]
    [InlineData("abandon")]
    [InlineData("renew")]
    public async Task Settle_AfterTheLeaseButNotOvertaken_Holds(string how)
    {
        WebhookClaim late = await Begin(Key);
        _time.Advance(2 * Lease);
        await Begin(new("another", "orders"));

        Assert.True(await Settle(late, how));
    }

    [Theory]
    [InlineData("complete", "complete", true)]
    [InlineData("dead", "dead", true)]
    [InlineData("complete", "dead", false)]
    [InlineData("complete", "abandon", false)]
    [InlineData("complete", "renew", false)]
    [InlineData("abandon", "complete", false)]
    [InlineData("abandon", "abandon", false)]
    public async Task Settle_Twice_IsTrueForTheSameAgain(string first, string second, bool expected)
    {
        WebhookClaim claim = await Begin(Key);
        await Settle(claim, first);

        Assert.Equal(expected, await Settle(claim, second));
        Assert.Equal(first == "abandon" ? WebhookClaimState.Claimed : WebhookClaimState.Done, (await Begin(Key)).State);
    }

    [Fact]
    public async Task Abandon_ThenBegin_CountsTheAttemptsOn()
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            WebhookClaim claim = await Begin(Key);
            Assert.Equal(attempt, claim.Attempt);
            await Settle(claim, "abandon");
        }
    }

    [Fact]
    public async Task Renew_BeforeTheEnd_LengthensFromNow()
    {
        WebhookClaim claim = await Begin(Key);
        _time.Advance(Lease / 2);
        await Settle(claim, "renew");
        _time.Advance(Lease - TimeSpan.FromTicks(1));

        Assert.Equal(WebhookClaimState.InProgress, (await Begin(Key)).State);
    }

    [Fact]
    public async Task Revive_DeadKey_IsFreeWithItsAttemptsCountedAnew()
    {
        await Settle(await Begin(Key), "abandon");
        await Settle(await Begin(Key), "dead");

        await _store.ReviveAsync(Key, Cancellation);

        Assert.Equal((WebhookClaimState.Claimed, 1), ((await Begin(Key)) is var claim ? claim.State : default, claim.Attempt));
    }

    [Theory]
    [InlineData("complete", WebhookClaimState.Done)]
    [InlineData("renew", WebhookClaimState.InProgress)]
    public async Task Revive_KeyThatIsNotDead_ChangesNothing(string how, WebhookClaimState expected)
    {
        await Settle(await Begin(Key), how);

        await _store.ReviveAsync(Key, Cancellation);

        Assert.Equal(expected, (await Begin(Key)).State);
    }

    [Fact]
    public async Task TryBegin_BeyondTheCapacity_ForgetsTheOldestAndCountsIt()
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        foreach (string id in new[] { "a", "b", "c", "d" })
        {
            await Settle(await Begin(new(id, "orders")), "complete");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, _store.Count);
        Assert.Equal(WebhookClaimState.Done, (await Begin(new("b", "orders"))).State);
        Assert.Equal(WebhookClaimState.Claimed, (await Begin(new("a", "orders"))).State);
        Assert.Contains(listeners.Of(WebhookDiagnostics.Evictions), one => (string?)one.Tags["whatscommerce.reason"] == "capacity");
    }

    [Fact]
    public async Task TryBegin_BeyondTheCapacityWithRunningOnes_ForgetsNoneOfThose()
    {
        WebhookClaim running = await Begin(Key);
        for (int i = 0; i < 10; i++)
        {
            await Settle(await Begin(new(FormattableString.Invariant($"{i}"), "orders")), "complete");
        }

        Assert.Equal(WebhookClaimState.InProgress, (await Begin(Key)).State);
        Assert.True(await Settle(running, "complete"));
    }

    [Fact]
    public async Task TryBegin_MoreRunningThanTheCapacity_KeepsThemAll()
    {
        List<WebhookClaim> claims = [];
        for (int i = 0; i < 10; i++)
        {
            claims.Add(await Begin(new(FormattableString.Invariant($"{i}"), "orders")));
        }

        Assert.Equal(10, _store.Count);
        foreach (WebhookClaim claim in claims)
        {
            Assert.True(await Settle(claim, "complete"));
        }
    }

    [Fact]
    public async Task TryBegin_OwnersThatNeverCameBack_AreForgottenWhenRoomIsNeeded()
    {
        for (int i = 0; i < 10; i++)
        {
            await Begin(new(FormattableString.Invariant($"{i}"), "orders"));
            _time.Advance(Lease);
        }

        Assert.Equal(3, _store.Count);
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("dead")]
    [InlineData("abandon")]
    public async Task TryBegin_AfterTheRetention_HasForgotten(string how)
    {
        using Listeners listeners = new(WebhookDiagnostics.ActivitySourceName, WebhookDiagnostics.MeterName);
        await Settle(await Begin(Key), how);
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        await Begin(new("another", "orders"));
        int before = _store.Count;
        _time.Advance(TimeSpan.FromTicks(1));

        WebhookClaim claim = await Begin(Key);

        Assert.Equal((2, WebhookClaimState.Claimed, 1), (before, claim.State, claim.Attempt));
        Assert.Contains(listeners.Of(WebhookDiagnostics.Evictions), one => (string?)one.Tags["whatscommerce.reason"] == "age");
    }

    [Fact]
    public async Task TryBegin_FromManyThreads_GrantsEachKeyOnce()
    {
        MemoryWebhookStore store = new(null, _time);
        int granted = 0;

        await Parallel.ForAsync(0, 4_000, Cancellation, async (i, cancellationToken) =>
        {
            WebhookKey key = new(FormattableString.Invariant($"{i % 1_000}"), "orders");
            if (await store.TryBeginAsync(key, Lease, cancellationToken) is { State: WebhookClaimState.Claimed } claim)
            {
                Interlocked.Increment(ref granted);
                Assert.True(await store.CompleteAsync(claim, cancellationToken));
            }
        });

        Assert.Equal((1_000, 1_000), (granted, store.Count));
    }

    private ValueTask<WebhookClaim> Begin(WebhookKey key) => _store.TryBeginAsync(key, Lease, Cancellation);

    private ValueTask<bool> Settle(WebhookClaim claim, string how) => how switch
    {
        "complete" => _store.CompleteAsync(claim, Cancellation),
        "dead" => _store.MarkDeadAsync(claim, Cancellation),
        "abandon" => _store.AbandonAsync(claim, "because", Cancellation),
        _ => _store.RenewAsync(claim, Lease, Cancellation),
    };
}
