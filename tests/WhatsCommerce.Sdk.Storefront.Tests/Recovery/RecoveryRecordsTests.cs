using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>Forgetting a customer ends their reminders, whatever state they are in.</summary>
public sealed class RecoveryRecordsTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CustomerKey Pablo = new("pablo");

    private readonly MemoryStorefrontStore _shop = new();
    private readonly MemoryRecoveryStore _store;

    public RecoveryRecordsTests() => _store = new MemoryRecoveryStore(_shop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Forget_ReminderIsBeingSent_EndsItAsUnknown()
    {
        RecoverySequence sequence = new()
        {
            ShopId = "shop",
            CartId = "c",
            Customer = Pablo,
            State = RecoveryState.Sending,
            ReminderId = "r",
            Step = ReminderStep.First,
            OpenedAt = Noon,
            DueAt = Noon,
        };
        Reminder reminder = new()
        {
            ShopId = "shop",
            Id = "r",
            CartId = "c",
            Customer = Pablo,
            Step = ReminderStep.First,
            Outcome = ReminderOutcome.Sending,
            At = Noon,
        };
        RecoveryCustomer customer = new() { ShopId = "shop", Customer = Pablo, OptedOutAt = Noon };
        RecoveryStep step = new() { ShopId = "shop", Sequence = sequence, Reminder = reminder, Customer = customer };
        Assert.True(await _store.WriteAsync(step, Stop));
        RecoveryRecords records = new(_store);

        await records.ForgetAsync("shop", Pablo, [], Stop);
        await records.ForgetAsync("shop", Pablo, [], Stop);

        Assert.Null(await _store.FindCustomerAsync("shop", Pablo, Stop));
        Assert.Equal(RecoveryState.Ended, (await _store.FindSequenceAsync("shop", "c", Stop))!.State);
        Assert.Equal(ReminderOutcome.Unknown, (await _store.FindReminderAsync("shop", "r", Stop))!.Outcome);
        Assert.Empty(await _store.ClaimAsync("shop", Noon.AddDays(1), Noon.AddDays(2), 10, Stop));
    }
}
