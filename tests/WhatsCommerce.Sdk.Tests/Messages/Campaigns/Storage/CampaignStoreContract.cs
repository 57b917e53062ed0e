using WhatsCommerce.Messages;

namespace WhatsCommerce.Tests.Sending;

/// <summary>
/// What every store of campaigns must do. A class for each store derives from it and says how to open one.
/// </summary>
public abstract partial class CampaignStoreContract : IAsyncLifetime
{
    private const string From = "106540352242922";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly CampaignKey Key = new(From, "spring 'sale' 🌱");
    private static readonly Guid Run = Guid.NewGuid();
    private static readonly Guid OtherRun = Guid.NewGuid();

    /// <summary>An empty store.</summary>
    protected ICampaignStore Store { get; private set; } = null!;

    /// <summary>Another instance that shares its memory; the same one where nothing can be shared.</summary>
    protected ICampaignStore Other { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (Store, Other) = await OpenAsync();
        await Store.StartAsync(Key, Noon, Cancel);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens an empty store, and another instance over the same memory.</summary>
    protected abstract ValueTask<(ICampaignStore Store, ICampaignStore Other)> OpenAsync();

    [Fact]
    public async Task Find_NoSuchCampaign_IsNull()
    {
        Assert.Null(await Store.FindAsync(new CampaignKey(From, "autumn"), Cancel));
        Assert.Null(await Store.FindAsync(new CampaignKey("7", Key.Id), Cancel));
    }

    [Fact]
    public async Task Start_Again_KeepsTheCampaign()
    {
        CampaignRecord again = await Other.StartAsync(Key, Noon.AddDays(1), Cancel);

        Assert.Equal(new CampaignRecord { State = CampaignState.Running, CreatedAt = Noon }, again);
        Assert.Equal(again, await Store.FindAsync(Key, Cancel));
    }

    [Fact]
    public async Task SetState_FromAnotherState_ChangesNothing()
    {
        Assert.False(await Store.SetStateAsync(
            Key, CampaignState.Running, null, [CampaignState.Paused, CampaignState.Stopped], Noon, Cancel));
        Assert.True(await Store.SetStateAsync(
            Key, CampaignState.Stopped, "131026", [CampaignState.Paused, CampaignState.Running], Noon, Cancel));
        Assert.False(await Other.SetStateAsync(Key, CampaignState.Paused, null, [CampaignState.Running], Noon, Cancel));

        Assert.Equal(
            new CampaignRecord { State = CampaignState.Stopped, Reason = "131026", CreatedAt = Noon },
            await Other.FindAsync(Key, Cancel));
        Assert.True(await Other.SetStateAsync(Key, CampaignState.Running, null, [CampaignState.Stopped], Noon, Cancel));
        Assert.Null((await Store.FindAsync(Key, Cancel))!.Reason);
    }

    [Theory]
    [InlineData(CampaignState.Completed, CampaignState.Running)]
    [InlineData(CampaignState.Paused, CampaignState.Paused)]
    [InlineData(CampaignState.Stopped, CampaignState.Stopped)]
    [InlineData(CampaignState.Canceled, CampaignState.Canceled)]
    public async Task Start_InAState_RunsACompletedOneOnly(CampaignState state, CampaignState expected)
    {
        Assert.True(await Store.SetStateAsync(Key, state, null, [CampaignState.Running], Noon, Cancel));

        Assert.Equal(expected, (await Other.StartAsync(Key, Noon, Cancel)).State);
    }

    [Fact]
    public async Task Claim_NewMessages_TakesThemAll()
    {
        Assert.Equal(
            ["'; drop table x; --", "1", "2"], (await ClaimAsync(Store, Run, Noon, "1", "2", "'; drop table x; --")).Order());

        CampaignCount count = Assert.Single(await Other.CountAsync(Key, Cancel));
        Assert.Equal((CampaignMessageState.Claimed, 3), (count.State, count.Count));
    }

    [Fact]
    public async Task Claim_Nothing_TakesNothing() => Assert.Empty(await ClaimAsync(Store, Run, Noon));

    [Fact]
    public async Task Claim_TakenByAnother_TakesTheOthersOnly()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2");

        Assert.Equal(["3"], await ClaimAsync(Other, OtherRun, Noon + Lease - TimeSpan.FromSeconds(1), "1", "2", "3"));
    }

    [Fact]
    public async Task Claim_LeaseOver_TakesWhatIsLeft()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2");
        await SettleAsync(Run, Sent("1"));

        Assert.Equal(["2"], await ClaimAsync(Other, OtherRun, Noon + Lease, "1", "2"));
    }

    [Fact]
    public async Task Claim_LeaseRenewed_TakesNothing()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await Store.RenewAsync(Key, Run, Noon + (2 * Lease), Cancel);
        await Store.RenewAsync(Key, OtherRun, Noon, Cancel);

        Assert.Empty(await ClaimAsync(Other, OtherRun, Noon + Lease, "1"));
    }

    [Fact]
    public async Task Claim_LeftTooLongAgo_IsUnknown()
    {
        await ClaimAsync(Store, Run, Noon, "1");

        Assert.Empty(await ClaimAsync(Other, OtherRun, Noon.AddDays(8), "1"));
        Assert.Equal(CampaignMessageState.Unknown, (await EntryAsync("1")).State);
    }

    [Fact]
    public async Task Claim_GivenBackLongAgo_TakesIt()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await SettleAsync(Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.Open });

        Assert.Equal(["1"], await ClaimAsync(Other, OtherRun, Noon.AddDays(8), "1"));
        Assert.Empty(await ClaimAsync(Store, Run, Noon.AddDays(8), "1"));
    }

    [Fact]
    public async Task Claim_OnePersonTwice_TakesTheFirstAndKeepsTheOtherAsDuplicate()
    {
        CampaignSlot[] slots =
        [
            Slot("1") with { PersonHash = "p" }, Slot("2") with { PersonHash = "q" }, Slot("3") with { PersonHash = "p" },
        ];

        Assert.Equal(["1", "2"], (await ClaimSlotsAsync(Store, Run, Noon, slots)).Order());
        Assert.Equal(CampaignMessageState.Duplicate, (await EntryAsync("3")).State);
        Assert.Empty(await ClaimSlotsAsync(Other, OtherRun, Noon, Slot("4") with { PersonHash = "q" }));
        Assert.Empty(await ClaimSlotsAsync(Other, OtherRun, Noon, slots[2]));
        Assert.Equal(CampaignMessageState.Duplicate, (await EntryAsync("4")).State);
    }

    [Fact]
    public async Task Claim_SamePersonInAnotherCampaign_TakesIt()
    {
        CampaignKey other = new(From, "autumn");
        await Store.StartAsync(other, Noon, Cancel);
        await ClaimSlotsAsync(Store, Run, Noon, Slot("1") with { PersonHash = "p" });

        IReadOnlySet<string> taken = await Store.ClaimAsync(
            Claim(Run, Noon, [new CampaignSlot { Id = "1", SendHash = "another send", PersonHash = "p" }]) with { Key = other }, Cancel);

        Assert.Equal(["1"], taken);
    }

    [Fact]
    public async Task Claim_ManyAtOnceByTwo_GivesEachToOne()
    {
        string[] ids = [.. Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{i:000}"))];

        IReadOnlySet<string>[] taken = await Task.WhenAll(
            Task.Run(() => ClaimAsync(Store, Run, Noon, ids), Cancel),
            Task.Run(() => ClaimAsync(Other, OtherRun, Noon, [.. ids.Reverse()]), Cancel));

        Assert.Equal(ids, taken[0].Concat(taken[1]).Order());
    }

    [Fact]
    public async Task Settle_EachOutcome_IsKept()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2", "3", "4", "5");
        await SettleAsync(
            Run,
            Sent("1") with { IsFallback = true },
            new CampaignOutcome { Id = "2", State = CampaignMessageState.NotSent, ErrorCode = 131026 },
            new CampaignOutcome { Id = "3", State = CampaignMessageState.Unknown },
            new CampaignOutcome { Id = "4", State = CampaignMessageState.HeldBack },
            new CampaignOutcome { Id = "5", State = CampaignMessageState.Open });

        Assert.Equal(
            [
                new() { Id = "1", State = CampaignMessageState.Sent, IsFallback = true, ChangedAt = Noon.AddMinutes(1) },
                new() { Id = "2", State = CampaignMessageState.NotSent, ErrorCode = 131026, ChangedAt = Noon.AddMinutes(1) },
                new() { Id = "3", State = CampaignMessageState.Unknown, ChangedAt = Noon.AddMinutes(1) },
                new() { Id = "4", State = CampaignMessageState.HeldBack, ChangedAt = Noon.AddMinutes(1) },
                new() { Id = "5", State = CampaignMessageState.Open, ChangedAt = Noon.AddMinutes(1) },
            ],
            await Other.ListAsync(Key, null, null, 10, Cancel));
        Assert.Equal(["5"], await ClaimAsync(Other, OtherRun, Noon, "1", "2", "3", "4", "5"));
    }

    [Fact]
    public async Task Settle_TakenByAnotherMeanwhile_ChangesNothing()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await ClaimAsync(Other, OtherRun, Noon + Lease, "1");

        await SettleAsync(Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.Open });

        Assert.Equal(CampaignMessageState.Claimed, (await EntryAsync("1")).State);
    }

    [Fact]
    public async Task Record_BySend_IsKnownBeforeAndAfterTheSendHasReturned()
    {
        await ClaimAsync(Store, Run, Noon, "1");

        Assert.True(await Other.RecordAsync(Report("1", DeliveryProgress.Delivered), Cancel));
        Assert.Equal(CampaignMessageState.Sent, (await EntryAsync("1")).State);
        await SettleAsync(Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.Unknown });

        CampaignEntry entry = await EntryAsync("1");
        Assert.Equal((CampaignMessageState.Sent, DeliveryProgress.Delivered), (entry.State, entry.Delivery));
    }

    [Fact]
    public async Task Record_ByMessage_IsKnownOnceTheSendHasReturned()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        DeliveryReport report = new(From, "wamid.1", "order 42", DeliveryProgress.Read, Noon);

        Assert.False(await Store.RecordAsync(report, Cancel));
        await SettleAsync(Run, Sent("1"));
        Assert.True(await Other.RecordAsync(report, Cancel));

        Assert.Equal(DeliveryProgress.Read, (await EntryAsync("1")).Delivery);
    }

    [Fact]
    public async Task Record_OfAnotherNumberOrMessage_IsNotKnown()
    {
        await ClaimAsync(Store, Run, Noon, "1");

        Assert.False(await Store.RecordAsync(Report("2", DeliveryProgress.Read), Cancel));
        Assert.False(await Store.RecordAsync(
            new DeliveryReport("7", "wamid.1", SendKey.CallbackDataOf(OnceKey("1")), DeliveryProgress.Read, Noon), Cancel));
    }

    [Theory]
    [InlineData(DeliveryProgress.Read, DeliveryProgress.Delivered, DeliveryProgress.Read)]
    [InlineData(DeliveryProgress.Sent, DeliveryProgress.Failed, DeliveryProgress.Failed)]
    [InlineData(DeliveryProgress.Failed, DeliveryProgress.Sent, DeliveryProgress.Failed)]
    public async Task Record_InAnyOrder_KeepsTheFurthest(DeliveryProgress first, DeliveryProgress second, DeliveryProgress expected)
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await Store.RecordAsync(Report("1", first), Cancel);
        await Store.RecordAsync(Report("1", second), Cancel);
        await Store.RecordAsync(Report("1", second), Cancel);

        CampaignEntry entry = await EntryAsync("1");
        Assert.Equal(expected, entry.Delivery);
        Assert.Equal(expected == DeliveryProgress.Failed ? 131049 : null, entry.DeliveryErrorCode);
    }

    [Fact]
    public async Task Record_UnknownOutcome_IsSentAfterAll()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await SettleAsync(Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.Unknown });

        await Store.RecordAsync(Report("1", DeliveryProgress.Failed), Cancel);

        Assert.Equal(CampaignMessageState.Sent, (await EntryAsync("1")).State);
        Assert.Empty(await ClaimAsync(Other, OtherRun, Noon.AddDays(1), "1"));
    }

    [Fact]
    public async Task Count_Combinations_AreToldApart()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2", "3", "4");
        await SettleAsync(
            Run,
            Sent("1"),
            Sent("2"),
            new CampaignOutcome { Id = "3", State = CampaignMessageState.NotSent, ErrorCode = 131026 },
            new CampaignOutcome { Id = "4", State = CampaignMessageState.NotSent });
        await Store.RecordAsync(Report("1", DeliveryProgress.Failed), Cancel);

        IReadOnlyList<CampaignCount> counts = await Other.CountAsync(Key, Cancel);

        Assert.Equal(4, counts.Count);
        Assert.Contains(
            new() { State = CampaignMessageState.Sent, Delivery = DeliveryProgress.Failed, DeliveryErrorCode = 131049, Count = 1 }, counts);
        Assert.Contains(new() { State = CampaignMessageState.Sent, Count = 1 }, counts);
        Assert.Contains(new() { State = CampaignMessageState.NotSent, ErrorCode = 131026, Count = 1 }, counts);
        Assert.Contains(new() { State = CampaignMessageState.NotSent, Count = 1 }, counts);
    }

    [Fact]
    public async Task List_PageByPage_GivesEachOfTheStateOnce()
    {
        string[] ids = [.. Enumerable.Range(0, 25).Select(i => FormattableString.Invariant($"{i:00}"))];
        await ClaimAsync(Store, Run, Noon, ids);
        await SettleAsync(Run, Sent("07"));
        List<string> found = [];
        IReadOnlyList<CampaignEntry> page;
        do
        {
            page = await Other.ListAsync(Key, CampaignMessageState.Claimed, found.LastOrDefault(), 10, Cancel);
            found.AddRange(page.Select(entry => entry.Id));
        }
        while (page.Count == 10);

        Assert.Equal(ids.Where(id => id != "07"), found);
    }

    [Fact]
    public async Task Reopen_ByCode_OpensThoseOnly()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2", "3");
        await SettleAsync(
            Run,
            new CampaignOutcome { Id = "1", State = CampaignMessageState.NotSent, ErrorCode = 132015 },
            new CampaignOutcome { Id = "2", State = CampaignMessageState.NotSent, ErrorCode = 131026 },
            Sent("3"));

        Assert.Equal(1, await Store.ReopenAsync(Key, CampaignMessageState.NotSent, null, 132015, Noon, Cancel));
        Assert.Equal(["1"], await ClaimAsync(Other, OtherRun, Noon, "1", "2", "3"));
        Assert.Equal(1, await Store.ReopenAsync(Key, CampaignMessageState.NotSent, null, null, Noon, Cancel));
        Assert.Equal(0, await Store.ReopenAsync(Key, CampaignMessageState.NotSent, null, null, Noon, Cancel));
    }

    [Fact]
    public async Task Resolve_UnknownOutcome_IsSentOnceOnly()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2");
        await SettleAsync(Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.Unknown });

        Assert.True(await Store.ResolveAsync(Key, "1", DeliveryReport.HashOf("wamid.1"), Noon, Cancel));
        Assert.False(await Store.ResolveAsync(Key, "1", DeliveryReport.HashOf("wamid.1"), Noon, Cancel));
        Assert.False(await Store.ResolveAsync(Key, "2", DeliveryReport.HashOf("wamid.2"), Noon, Cancel));
        Assert.True(await Store.RecordAsync(new DeliveryReport(From, "wamid.1", null, DeliveryProgress.Read, Noon), Cancel));
    }

    [Fact]
    public async Task Reopen_OneUnknown_OpensIt()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2");
        await SettleAsync(
            Run,
            new CampaignOutcome { Id = "1", State = CampaignMessageState.Unknown },
            new CampaignOutcome { Id = "2", State = CampaignMessageState.Unknown });

        Assert.Equal(1, await Store.ReopenAsync(Key, CampaignMessageState.Unknown, "1", null, Noon, Cancel));
        Assert.Equal(["1"], await ClaimAsync(Other, OtherRun, Noon, "1", "2"));
    }

    [Fact]
    public async Task Delete_ACampaign_LeavesNothingOfIt()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await SettleAsync(Run, Sent("1"));

        await Other.DeleteAsync(Key, Cancel);

        Assert.Null(await Store.FindAsync(Key, Cancel));
        Assert.Empty(await Store.CountAsync(Key, Cancel));
        Assert.False(await Store.RecordAsync(Report("1", DeliveryProgress.Read), Cancel));
        await Store.StartAsync(Key, Noon, Cancel);
        Assert.Equal(["1"], await ClaimAsync(Store, Run, Noon, "1"));
    }

    private static string OnceKey(string id) => $"spring {id}";

    private static CampaignSlot Slot(string id) => new()
    {
        Id = id,
        SendHash = SendKey.HashOf(OnceKey(id)),
        PersonHash = $"person {id}",
    };

    private static CampaignOutcome Sent(string id) => new()
    {
        Id = id,
        State = CampaignMessageState.Sent,
        MessageHash = DeliveryReport.HashOf($"wamid.{id}"),
    };

    private static DeliveryReport Report(string id, DeliveryProgress progress) =>
        new(From, $"wamid.{id}", SendKey.CallbackDataOf(OnceKey(id)), progress, Noon, 131049);

    private static CampaignClaim Claim(Guid owner, DateTimeOffset now, IReadOnlyList<CampaignSlot> slots) => new()
    {
        Key = Key,
        Owner = owner,
        Messages = slots,
        Now = now,
        LeaseUntil = now + Lease,
        RetryAfter = now.AddDays(-7),
    };

    private static Task<IReadOnlySet<string>> ClaimAsync(ICampaignStore store, Guid owner, DateTimeOffset now, params string[] ids) =>
        ClaimSlotsAsync(store, owner, now, [.. ids.Select(Slot)]);

    private static Task<IReadOnlySet<string>> ClaimSlotsAsync(
        ICampaignStore store, Guid owner, DateTimeOffset now, params CampaignSlot[] slots) =>
        store.ClaimAsync(Claim(owner, now, slots), Cancel).AsTask();

    private ValueTask SettleAsync(Guid owner, params CampaignOutcome[] outcomes) =>
        Store.SettleAsync(Key, owner, outcomes, Noon.AddMinutes(1), Cancel);

    private async Task<CampaignEntry> EntryAsync(string id) =>
        Assert.Single(await Other.ListAsync(Key, null, null, 1000, Cancel), entry => entry.Id == id);
}
