using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What is asked of a directory of tenants, and what is remembered.</summary>
public sealed class TenantLookupTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Asked _directory = new();
    private readonly WebhookTenantOptions _options = new();

    private TenantLookup Make() => new(_directory, Options.Create(_options), _time);

    private static TenantKey Key(string id) => new(id, default, default);

    private static ValueTask<WhatsCommerceTenant?> Find(TenantLookup lookup, string id) =>
        lookup.FindAsync(Key(id), TestContext.Current.CancellationToken);

    [Fact]
    public async Task FindAsync_WithinCacheTime_AsksOnce()
    {
        using TenantLookup lookup = Make();

        await Find(lookup, "one");
        _time.Advance(TimeSpan.FromSeconds(59));
        await Find(lookup, "one");
        int within = _directory.Ids.Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        await Find(lookup, "one");

        Assert.Equal((1, 2), (within, _directory.Ids.Count));
    }

    [Fact]
    public async Task FindAsync_UnknownTenant_IsAskedAgainAfterItsOwnTime()
    {
        using TenantLookup lookup = Make();
        _directory.Knows = _ => false;

        Assert.Null(await Find(lookup, "one"));
        Assert.Null(await Find(lookup, "one"));
        int within = _directory.Ids.Count;
        _directory.Knows = _ => true;
        _time.Advance(TimeSpan.FromSeconds(5));
        WhatsCommerceTenant? found = await Find(lookup, "one");

        Assert.Equal((1, "one"), (within, found?.Id));
    }

    [Fact]
    public async Task FindAsync_MadeUpIds_PushNoTenantOut()
    {
        _options.MaxCached = 10;
        using TenantLookup lookup = Make();
        _directory.Knows = id => id == "one";
        await Find(lookup, "one");

        for (int i = 0; i < 100; i++)
        {
            await Find(lookup, $"made-up-{i}");
        }

        await Find(lookup, "one");
        Assert.Single(_directory.Ids, id => id == "one");
    }

    [Fact]
    public async Task FindAsync_MoreTenantsThanRemembered_ForgetsTheOldest()
    {
        _options.MaxCached = 3;
        using TenantLookup lookup = Make();

        foreach (string id in new[] { "1", "2", "3", "4", "4", "3", "2", "1" })
        {
            await Find(lookup, id);
        }

        Assert.Equal(["1", "2", "3", "4", "1"], _directory.Ids);
    }

    [Fact]
    public async Task FindAsync_ManyAtOnce_ShareOneQuestion()
    {
        using TenantLookup lookup = Make();
        _directory.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<WhatsCommerceTenant?>[] all = [.. Enumerable.Range(0, 50).Select(_ => Find(lookup, "one").AsTask())];
        _directory.Gate.SetResult();
        WhatsCommerceTenant?[] found = await Patiently.Wait(Task.WhenAll(all));

        Assert.Single(_directory.Ids);
        Assert.All(found, tenant => Assert.Same(found[0], tenant));
    }

    [Fact]
    public async Task FindAsync_MoreQuestionsThanAllowed_Wait()
    {
        _options.MaxConcurrentLookups = 2;
        using TenantLookup lookup = Make();
        _directory.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<WhatsCommerceTenant?>[] all = [.. Enumerable.Range(0, 10).Select(i => Find(lookup, $"{i}").AsTask())];
        await Patiently.Until(() => _directory.Ids.Count == 2);
        _directory.Gate.SetResult();
        await Patiently.Wait(Task.WhenAll(all));

        Assert.Equal((2, 10), (_directory.MostAtOnce, _directory.Ids.Count));
    }

    [Fact]
    public async Task FindAsync_DirectoryHangs_ThrowsWhenTheTimeIsOverAndAsksAnew()
    {
        using TenantLookup lookup = Make();
        _directory.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<WhatsCommerceTenant?> hangs = Find(lookup, "one").AsTask();
        await Patiently.Until(() => _directory.Ids.Count == 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<TenantLookupException>(() => Patiently.Wait(hangs));
        _directory.Gate.SetResult();

        Assert.Equal("one", (await Find(lookup, "one"))?.Id);
    }

    [Fact]
    public async Task FindAnewAsync_JustAsked_AsksAtMostOnceASecond()
    {
        using TenantLookup lookup = Make();
        await Find(lookup, "one");

        await lookup.FindAnewAsync(Key("one"), TestContext.Current.CancellationToken);
        int at = _directory.Ids.Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        await lookup.FindAnewAsync(Key("one"), TestContext.Current.CancellationToken);

        Assert.Equal((1, 2), (at, _directory.Ids.Count));
    }

    [Fact]
    public async Task FindAsync_DirectoryGivesSomebodyElse_FindsNobody()
    {
        using TenantLookup lookup = Make();
        _directory.Answer = _ => new("two");

        Assert.Null(await Find(lookup, "one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\ntwo")]
    public async Task FindAsync_ImpossibleId_AsksNobody(string id)
    {
        using TenantLookup lookup = Make();

        Assert.Null(await Find(lookup, id));
        Assert.Null(await Find(lookup, new string('a', 129)));
        Assert.Null(await lookup.FindAsync(default, TestContext.Current.CancellationToken));
        Assert.Null(await lookup.FindAsync(new(null, "1 or 1=1", default), TestContext.Current.CancellationToken));
        Assert.Empty(_directory.Ids);
    }

    private sealed class Asked : IWhatsCommerceTenantDirectory
    {
        private int _atOnce;

        public ConcurrentQueue<string> Ids { get; } = new();

        public Func<string, bool> Knows { get; set; } = _ => true;

        public Func<string, WhatsCommerceTenant> Answer { get; set; } = id => new(id);

        public TaskCompletionSource? Gate { get; set; }

        public int MostAtOnce { get; private set; }

        public async ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default)
        {
            int now = Interlocked.Increment(ref _atOnce);
            lock (Ids)
            {
                MostAtOnce = Math.Max(MostAtOnce, now);
            }

            Ids.Enqueue(tenantId);
            if (Gate is { } gate)
            {
                await gate.Task.WaitAsync(cancellationToken);
            }

            Interlocked.Decrement(ref _atOnce);
            return Knows(tenantId) ? Answer(tenantId) : null;
        }

        public ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default) =>
            FindAsync(route.PhoneNumberId.Value ?? route.BusinessAccountId.Value!, cancellationToken);

        public IAsyncEnumerable<WhatsCommerceTenant> ListAsync(CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<WhatsCommerceTenant>();
    }
}
