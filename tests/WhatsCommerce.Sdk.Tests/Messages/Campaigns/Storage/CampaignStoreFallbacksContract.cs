using WhatsCommerce.Messages;

namespace WhatsCommerce.Tests.Sending;

/// <content>Messages that failed outside the window, and the fallbacks that are sent for them.</content>
public abstract partial class CampaignStoreContract
{
    [Fact]
    public async Task ClaimFallbacks_FailedOutsideTheWindow_TakesItOnceAndAgainWhenTheRunIsGone()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2", "3", "4");
        await SettleAsync(Run, Sent("1"), Sent("2") with { IsFallback = true }, Sent("3"));
        await Store.RecordAsync(FailedOutsideWindow("1"), Cancel);
        await Store.RecordAsync(FailedOutsideWindow("2"), Cancel);
        await Store.RecordAsync(Report("3", DeliveryProgress.Failed), Cancel);

        Assert.Empty(await ClaimAsync(Other, OtherRun, Noon, "1", "2", "3"));
        Assert.Equal(["1"], await ClaimFallbacksAsync(Other, OtherRun, Noon, "1", "2", "3", "4"));
        Assert.Empty(await ClaimFallbacksAsync(Store, Run, Noon, "1", "2", "3", "4"));
        Assert.Empty(await ClaimAsync(Store, Run, Noon + Lease, "1"));
        Assert.Equal(["1"], await ClaimFallbacksAsync(Store, Run, Noon + Lease, "1"));
        await SettleAsync(Run, Sent("1") with { MessageHash = DeliveryReport.HashOf("wamid.late"), IsFallback = true });
        Assert.Empty(await ClaimFallbacksAsync(Other, OtherRun, Noon.AddDays(1), "1"));

        Assert.Equal(
            new CampaignEntry
            {
                Id = "1",
                State = CampaignMessageState.Sent,
                IsFallback = true,
                IsFallbackAfterFailure = true,
                ChangedAt = Noon.AddMinutes(1),
            },
            await EntryAsync("1"));
        Assert.Contains(
            new() { State = CampaignMessageState.Sent, IsFallback = true, IsFallbackAfterFailure = true, Count = 1 },
            await Other.CountAsync(Key, Cancel));
    }

    [Fact]
    public async Task ClaimFallbacks_StatusesOfTheFirstMessage_AreNoLongerRecorded()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await SettleAsync(Run, Sent("1"));
        await Store.RecordAsync(FailedOutsideWindow("1"), Cancel);
        await ClaimFallbacksAsync(Store, Run, Noon, "1");

        Assert.False(await Other.RecordAsync(FailedOutsideWindow("1"), Cancel));
        Assert.False(await Other.RecordAsync(
            new DeliveryReport(From, "wamid.1", "order 42", DeliveryProgress.Failed, Noon, 131047), Cancel));
        Assert.True(await Other.RecordAsync(
            new DeliveryReport(From, "wamid.late", SendKey.CallbackDataOf(FallbackKey("1")), DeliveryProgress.Read, Noon), Cancel));

        CampaignEntry entry = await EntryAsync("1");
        Assert.Equal((CampaignMessageState.Sent, DeliveryProgress.Read), (entry.State, entry.Delivery));
    }

    [Fact]
    public async Task ClaimFallbacks_GivenBack_IsTakenAsAFallbackAgain()
    {
        await ClaimAsync(Store, Run, Noon, "1", "2");
        await SettleAsync(Run, Sent("1"), new CampaignOutcome { Id = "2", State = CampaignMessageState.Open });
        await Store.RecordAsync(FailedOutsideWindow("1"), Cancel);
        await ClaimFallbacksAsync(Store, Run, Noon, "1");
        await SettleAsync(
            Run, new CampaignOutcome { Id = "1", State = CampaignMessageState.NotSent, ErrorCode = 132015, IsFallback = true });
        Assert.Equal(1, await Store.ReopenAsync(Key, CampaignMessageState.NotSent, null, 132015, Noon, Cancel));

        Assert.Equal(["2"], await ClaimAsync(Other, OtherRun, Noon, "1", "2"));
        Assert.Equal(["1"], await ClaimFallbacksAsync(Other, OtherRun, Noon, "1", "2"));
    }

    [Fact]
    public async Task ClaimFallbacks_RunThatHasNotStoredItsResult_IsWaitedForUntilItsLeaseEnds()
    {
        await ClaimAsync(Store, Run, Noon, "1");
        await Store.RecordAsync(FailedOutsideWindow("1"), Cancel);

        Assert.Empty(await ClaimFallbacksAsync(Other, OtherRun, Noon, "1"));
        Assert.Equal(["1"], await ClaimFallbacksAsync(Other, OtherRun, Noon + Lease, "1"));
        await SettleAsync(Run, Sent("1"));

        Assert.Equal(CampaignMessageState.Claimed, (await EntryAsync("1")).State);
    }

    private static string FallbackKey(string id) => $"spring fallback {id}";

    private static DeliveryReport FailedOutsideWindow(string id) =>
        new(From, $"wamid.{id}", SendKey.CallbackDataOf(OnceKey(id)), DeliveryProgress.Failed, Noon, 131047);

    private static Task<IReadOnlySet<string>> ClaimFallbacksAsync(
        ICampaignStore store, Guid owner, DateTimeOffset now, params string[] ids) => store.ClaimFallbacksAsync(
        Claim(owner, now, [.. ids.Select(id => Slot(id) with { SendHash = SendKey.HashOf(FallbackKey(id)) })]), Cancel).AsTask();
}
