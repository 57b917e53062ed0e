using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>What time does to conversations.</summary>
public sealed class ConversationSweepTests
{
    private static readonly CustomerKey Pablo = new("pablo");

    private readonly ShopFixture _shop = new();
    private readonly StorefrontConversationOptions _options = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_PersonWhoIsGone_GivesTheConversationBack()
    {
        (ConversationLog log, ConversationOwnership ownership) = await TakenAsync();
        ConversationSweep sweep = new(log, ownership);

        await sweep.RunAsync(Stop);
        ConversationOwner before = (await log.Store.FindAsync("shop", Pablo, Stop))!.GetOwner(_shop.Services.Now);
        _shop.Time.Advance(_options.IdleTime);
        ConversationOwner meanwhile = (await log.Store.FindAsync("shop", Pablo, Stop))!.GetOwner(_shop.Services.Now);
        await sweep.RunAsync(Stop);

        Assert.Equal((ConversationOwner.Human, ConversationOwner.Bot), (before, meanwhile));
        Assert.Equal(ConversationOwner.Bot, (await log.Store.FindAsync("shop", Pablo, Stop))!.Owner);
        OutboxRow told = (await _shop.Store.ListOutboxAsync("shop", OutboxState.Waiting, 10, Stop))
            .Single(row => row.Event is HumanGaveBack);
        Assert.Equal(GiveBackCause.Idle, ((HumanGaveBack)told.Event).Cause);
    }

    [Fact]
    public async Task Sweep_RetentionIsOver_TakesTheWords()
    {
        _options.TextRetention = TimeSpan.FromDays(30);
        (ConversationLog log, ConversationOwnership ownership) = await TakenAsync();

        await new ConversationSweep(log, ownership).RunAsync(Stop);
        string? kept = (await EntryAsync(log)).Content?.Text;
        _shop.Time.Advance(TimeSpan.FromDays(31));
        await new ConversationSweep(log, ownership).RunAsync(Stop);

        Assert.Equal("angry", kept);
        Assert.Null((await EntryAsync(log)).Content);
    }

    [Fact]
    public async Task Merge_CustomerWithAPerson_KeepsThePerson()
    {
        (ConversationLog log, _) = await TakenAsync();
        CustomerKey survivor = new("maria");
        await log.ChangeAsync(
            survivor, _ => Task.FromResult<ConversationChange?>(new ConversationChange(log.New(survivor, "+16505550000"))), null, Stop);

        await ConversationMerging.MergeAsync(
            _shop.Services, log.Store, new CustomersMerged { Survivor = survivor, Merged = Pablo }, Stop);

        CustomerConversation both = (await log.Store.FindAsync("shop", survivor, Stop))!;
        Assert.Equal((ConversationOwner.Human, "ann"), (both.Owner, both.Assignee));
        Assert.Null(await log.Store.FindAsync("shop", Pablo, Stop));
        Assert.Single(await log.Store.ListEntriesAsync("shop", survivor, new ConversationEntryQuery(), Stop));
    }

    private static async Task<ConversationEntry> EntryAsync(ConversationLog log) =>
        (await log.Store.ListEntriesAsync("shop", Pablo, new ConversationEntryQuery(), Stop))
            .Single(entry => entry.Type == "human_took_over");

    private async Task<(ConversationLog Log, ConversationOwnership Ownership)> TakenAsync()
    {
        ConversationLog log = new(_shop.Services, new MemoryConversationStore(_shop.Store), _options);
        ConversationOwnership ownership = new(log);
        await log.ChangeAsync(
            Pablo, _ => Task.FromResult<ConversationChange?>(new ConversationChange(log.New(Pablo, "+16505551234"))), null, Stop);
        await log.ChangeAsync(Pablo, stored => Task.FromResult<ConversationChange?>(ownership.Taken(stored!, "ann", "angry")), null, Stop);
        return (log, ownership);
    }
}
