using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>Campaigns that are paused, resumed, canceled, stopped, interrupted, or run by several at once.</summary>
public sealed class CampaignControlTests : IDisposable
{
    private const string Spring = "spring sale";

    private readonly FakeTimeProvider _time = new();
    private readonly CampaignMeta _meta;

    public CampaignControlTests() => _meta = new CampaignMeta(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Campaigns Campaigns => _meta.Campaigns;

    // What another instance has: only the store and the ledger are the same.
    private Campaigns OtherInstance => Campaigns.For(_meta.Client.Messages);

    public void Dispose() => _meta.Dispose();

    [Fact]
    public async Task Pause_ByAnotherInstance_EndsTheRunAndResumeGoesOn()
    {
        CampaignReport paused = await RunUntilAsync(20, () => OtherInstance.PauseAsync(Spring, Cancel));
        CampaignReport still = await RunAsync(100);

        Assert.Equal(CampaignState.Paused, paused.State);
        Assert.InRange(paused.Sent, 20, 60);
        Assert.Equal(paused.ToString(), still.ToString());

        Assert.False(await Campaigns.PauseAsync(Spring, Cancel));
        Assert.True(await Campaigns.ResumeAsync(Spring, Cancel));
        Assert.False(await Campaigns.ResumeAsync(Spring, Cancel));
        CampaignReport end = await RunAsync(100);

        Assert.Equal((CampaignState.Completed, 100), (end.State, end.Sent));
        Assert.Equal(CampaignMeta.TextsOf(100), _meta.Texts);
    }

    [Fact]
    public async Task Pause_WhileTheSequenceWaits_IsSeenByTheClock()
    {
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<CampaignReport> run = Campaigns.RunAsync(
            Spring, WaitingAsync(goOn.Task, Cancel), new CampaignOptions { BatchSize = 1 }, Cancel);
        await Patiently.Until(() => _meta.Texts.Any());

        await OtherInstance.PauseAsync(Spring, Cancel);
        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));
        await Patiently.Until(async () => (await OtherInstance.FindReportAsync(Spring, Cancel))!.Sent == 1);
        goOn.SetResult();

        Assert.Equal((CampaignState.Paused, 1), (await Patiently.Wait(run) is var report ? (report.State, report.Sent) : default));
        Assert.Single(_meta.Texts);
    }

    [Fact]
    public async Task Cancel_ByAnotherInstance_IsForGood()
    {
        CampaignReport canceled = await RunUntilAsync(20, () => OtherInstance.CancelAsync(Spring, Cancel));
        bool resumed = await Campaigns.ResumeAsync(Spring, Cancel);
        CampaignReport again = await RunAsync(100);

        Assert.False(resumed);
        Assert.False(await Campaigns.CancelAsync(Spring, Cancel));
        Assert.Equal((CampaignState.Canceled, canceled.Sent), (again.State, again.Sent));
        Assert.InRange(again.Sent, 20, 60);
    }

    [Fact]
    public async Task Run_TooManyFailures_StopsAndGoesOnWhenResumed()
    {
        _meta.Answer = static _ => StubMeta.Error(131026);
        CampaignOptions options = new()
        {
            StopAtFailureShare = 0.2, FailureWindow = 40, MinimumSends = 10, BatchSize = 10, MaxConcurrency = 1,
        };

        CampaignReport stopped = await RunAsync(100, options);
        _meta.Answer = static _ => null;
        CampaignReport still = await RunAsync(100, options);
        await Campaigns.ResumeAsync(Spring, Cancel);
        CampaignReport end = await RunAsync(100, options);

        Assert.Equal(CampaignState.Stopped, stopped.State);
        Assert.Equal(
            "10 of the last 10 sends failed, the last one with: error 131026. Ask the customer by other means to update WhatsApp or to "
                + "write first; do not retry the same message.",
            stopped.Reason);
        Assert.InRange(stopped.NotSent, 10, 12);
        Assert.Equal(stopped.ToString(), still.ToString());
        Assert.Equal((CampaignState.Completed, 100 - stopped.NotSent), (end.State, end.Sent));
        Assert.Null(end.Reason);
    }

    [Fact]
    public async Task Run_FailuresBelowTheShare_GoesOn()
    {
        _meta.Answer = static body => body.Contains("5\"}", StringComparison.Ordinal) ? StubMeta.Error(131026) : null;

        CampaignReport report = await RunAsync(
            200, new CampaignOptions { StopAtFailureShare = 0.2, FailureWindow = 40, MinimumSends = 20, MaxConcurrency = 1 });

        Assert.Equal((CampaignState.Completed, 20), (report.State, report.NotSent));
    }

    [Fact]
    public async Task Run_FailuresWithoutALimit_GoesOn()
    {
        _meta.Answer = static _ => StubMeta.Error(131026);

        CampaignReport report = await RunAsync(100, new CampaignOptions { StopAtFailureShare = null });

        Assert.Equal((CampaignState.Completed, 100), (report.State, report.NotSent));
    }

    [Fact]
    public async Task Run_Canceled_LeavesTheRestToTheNextRun()
    {
        using CancellationTokenSource cancellation = new();
        int results = 0;

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Campaigns.RunAsync(
            Spring,
            CampaignMeta.Messages(100),
            new CampaignOptions { BatchSize = 10, OnResult = _ => CancelAt(15) },
            cancellation.Token));
        CampaignReport interrupted = (await Campaigns.FindReportAsync(Spring, Cancel))!;
        CampaignReport end = await RunAsync(100);

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(CampaignState.Running, interrupted.State);
        Assert.InRange(interrupted.Sent, 15, 60);
        Assert.Equal(interrupted.Total, interrupted.Sent + interrupted.Open);
        Assert.Equal(100, end.Sent);
        Assert.All(_meta.Accepted, pair => Assert.Equal(1, pair.Value));

        void CancelAt(int count)
        {
            if (++results == count)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public async Task Run_ByThreeInstancesAtOnce_SendsEachOnce()
    {
        CampaignOptions options = new() { BatchSize = 7 };

        CampaignReport[] reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(
            () => OtherInstance.RunAsync(Spring, CampaignMeta.Messages(300), options, Cancel), Cancel)));
        CampaignReport end = await RunAsync(300);

        Assert.Equal(CampaignMeta.TextsOf(300), _meta.Texts);
        Assert.Equal((CampaignState.Completed, 300), (end.State, end.Sent));
        Assert.All(reports, report => Assert.Equal(report.Total, report.Sent + report.Open));
    }

    [Fact]
    public async Task Run_OnResultThrows_EndsTheRunAndTheNextOneLearnsFromTheLedger()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            20, new CampaignOptions { OnResult = static _ => throw new InvalidOperationException("The disk is full.") }));
        _time.Advance(TimeSpan.FromMinutes(5));
        CampaignReport end = await RunAsync(20);

        Assert.Equal((CampaignState.Completed, 20), (end.State, end.Sent));
        Assert.Equal(CampaignMeta.TextsOf(20), _meta.Texts);
    }

    [Fact]
    public async Task Run_SequenceThatFails_KeepsWhatWasSent()
    {
        IEnumerable<CampaignMessage> broken = CampaignMeta.Messages(25).Concat(Throw());

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Campaigns.RunAsync(Spring, broken, new CampaignOptions { BatchSize = 10 }, Cancel));
        CampaignReport end = await RunAsync(25);

        Assert.Equal((CampaignState.Completed, 25), (end.State, end.Sent));
        Assert.Equal(CampaignMeta.TextsOf(25), _meta.Texts);

        static IEnumerable<CampaignMessage> Throw()
        {
            yield return CampaignMeta.MessageOf(99).Id == "" ? CampaignMeta.MessageOf(99)
                : throw new InvalidOperationException("The query timed out.");
        }
    }

    [Fact]
    public async Task Run_LongSend_KeepsWhatItHasTaken()
    {
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int begun = 0;
        _meta.Before = _ =>
        {
            Interlocked.Increment(ref begun);
            return held.Task;
        };
        CampaignOptions options = new() { Lease = TimeSpan.FromMinutes(1), CheckInterval = TimeSpan.FromSeconds(20) };
        Task<CampaignReport> run = RunAsync(5, options);

        // What is sent has been taken: until then the other instance could take it.
        await Patiently.Until(() => Volatile.Read(ref begun) > 0);
        for (int i = 0; i < 12; i++)
        {
            await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(20)));
            _time.Advance(TimeSpan.FromSeconds(20));
        }

        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(20)));
        CampaignReport other = await Patiently.Wait(OtherInstance.RunAsync(Spring, CampaignMeta.Messages(5), options, Cancel));
        held.SetResult();
        CampaignReport end = await Patiently.Wait(run);

        Assert.Equal((CampaignState.Running, 5, 0), (other.State, other.Open, other.Sent));
        Assert.Equal((CampaignState.Completed, 5), (end.State, end.Sent));
        Assert.Equal(CampaignMeta.TextsOf(5), _meta.Texts);
    }

    [Fact]
    public async Task Run_StoreFailsMeanwhile_EndsWithItsException()
    {
        using CampaignMeta meta = new(_time, services => services.AddSingleton<ICampaignStore>(new FailingStore(failsAtLook: 3)));
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<CampaignReport> run = meta.Campaigns.RunAsync(
            Spring, WaitingAsync(goOn.Task, Cancel), new CampaignOptions { BatchSize = 1 }, Cancel);
        await Patiently.Until(() => meta.Texts.Any());
        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));
        await Patiently.Until(() => _time.IsAwaited(wait => wait == TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("The database is down.", (await Assert.ThrowsAsync<TimeoutException>(() => Patiently.Wait(run))).Message);
    }

    [Fact]
    public async Task Run_ContentThatChangedAfterACrash_IsUnknownAndNotSentAgain()
    {
        // As a crash leaves it: the ledger knows the send, and the campaign does not know its outcome.
        ICampaignStore store = _meta.Services.GetRequiredService<ICampaignStore>();
        await RunAsync(1);
        await Campaigns.DeleteAsync(Spring, Cancel);
        CampaignMessage changed = new(CampaignMeta.Id(0), CampaignMeta.Number(0), Message.Text("Hello, it is late").Build());

        CampaignReport report = await Campaigns.RunAsync(Spring, [changed], cancellationToken: Cancel);

        Assert.NotNull(await store.FindAsync(new CampaignKey(TestClient.PhoneNumberId, Spring), Cancel));
        Assert.Equal((0, 1), (report.Sent, report.Unknown));
        Assert.Equal(CampaignMeta.TextsOf(1), _meta.Texts);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { MaxConcurrency = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { BatchSize = 1001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { FailureWindow = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { MinimumSends = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { StopAtFailureShare = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { Lease = TimeSpan.FromSeconds(9) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignOptions { CheckInterval = TimeSpan.Zero });
    }

    private Task<CampaignReport> RunAsync(int count, CampaignOptions? options = null) =>
        Campaigns.RunAsync(Spring, CampaignMeta.Messages(count), options, Cancel);

    /// <summary>Runs a hundred messages, and does something else with the nth result.</summary>
    private Task<CampaignReport> RunUntilAsync(int results, Func<Task<bool>> then)
    {
        int count = 0;
        return RunAsync(100, new CampaignOptions
        {
            BatchSize = 10,
            OnResult = _ =>
            {
                // In memory it is done at once.
                if (++count == results)
                {
                    Assert.True(then().GetAwaiter().GetResult());
                }
            },
        });
    }

    private static async IAsyncEnumerable<CampaignMessage> WaitingAsync(
        Task goOn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return CampaignMeta.MessageOf(0);
        await goOn.WaitAsync(cancellationToken);
        yield return CampaignMeta.MessageOf(1);
        yield return CampaignMeta.MessageOf(2);
    }

    private sealed class FailingStore(int failsAtLook) : ICampaignStore
    {
        private readonly MemoryCampaignStore _store = new();
        private int _looks;

        public ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
            Interlocked.Increment(ref _looks) >= failsAtLook
                ? throw new TimeoutException("The database is down.")
                : _store.FindAsync(key, cancellationToken);

        public ValueTask<CampaignRecord> StartAsync(CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            _store.StartAsync(key, now, cancellationToken);

        public ValueTask<bool> SetStateAsync(
            CampaignKey key,
            CampaignState state,
            string? reason,
            IReadOnlyCollection<CampaignState> from,
            DateTimeOffset now,
            CancellationToken cancellationToken = default) =>
            _store.SetStateAsync(key, state, reason, from, now, cancellationToken);

        public ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default) =>
            _store.ClaimAsync(claim, cancellationToken);

        public ValueTask RenewAsync(
            CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default) =>
            _store.RenewAsync(key, owner, leaseUntil, cancellationToken);

        public ValueTask SettleAsync(
            CampaignKey key,
            Guid owner,
            IReadOnlyList<CampaignOutcome> outcomes,
            DateTimeOffset now,
            CancellationToken cancellationToken = default) =>
            _store.SettleAsync(key, owner, outcomes, now, cancellationToken);

        public ValueTask<long> ReopenAsync(
            CampaignKey key,
            CampaignMessageState state,
            string? id,
            int? errorCode,
            DateTimeOffset now,
            CancellationToken cancellationToken = default) =>
            _store.ReopenAsync(key, state, id, errorCode, now, cancellationToken);

        public ValueTask<bool> ResolveAsync(
            CampaignKey key, string id, string message, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            _store.ResolveAsync(key, id, message, now, cancellationToken);

        public ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
            _store.CountAsync(key, cancellationToken);

        public ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
            CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default) =>
            _store.ListAsync(key, state, after, limit, cancellationToken);

        public ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
            _store.DeleteAsync(key, cancellationToken);

        public ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default) =>
            _store.RecordAsync(report, cancellationToken);
    }
}
