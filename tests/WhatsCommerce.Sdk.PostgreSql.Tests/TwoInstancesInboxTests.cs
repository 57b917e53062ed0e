using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>Two instances of an app on one database: what an agent does at one is seen by the agents at the other.</summary>
public sealed class TwoInstancesInboxTests : IAsyncLifetime
{
    private static readonly CustomerKey Pablo = new("pablo");

    private TestDatabase _database = null!;
    private ServiceProvider _first = null!;
    private ServiceProvider _second = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        _first = _database.App(static builder => builder.AddConversations());
        _second = _database.App(static builder => builder.AddConversations());
        await _first.GetRequiredService<IConversationStore>().WriteAsync(
            new ConversationStep
            {
                Conversation = new CustomerConversation
                {
                    ShopId = "shop",
                    Customer = Pablo,
                    To = "+16505551234",
                    LastAt = TimeProvider.System.GetUtcNow(),
                    ChangedAt = TimeProvider.System.GetUtcNow(),
                },
            },
            Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null)
        {
            await _first.DisposeAsync();
            await _second.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task TellWriting_AtOneInstance_IsSeenAtTheOther()
    {
        Assert.True(await At(_first).NotifyTypingAsync(Pablo, "ann", Stop));

        ConversationTyping writing = Assert.Single(await At(_second).ListTypingAsync(Stop));
        Assert.Equal((Pablo, "ann"), (writing.Customer, writing.By));
        Assert.False(await At(_first).NotifyTypingAsync(new CustomerKey("nobody"), "ann", Stop));
    }

    [Fact]
    public async Task TakeOver_AtBothInstancesAtOnce_IsOneAgents()
    {
        TakeOverResult[] both = await Task.WhenAll(
            At(_first).TakeOverAsync(Pablo, "ann", cancellationToken: Stop),
            At(_second).TakeOverAsync(Pablo, "bob", cancellationToken: Stop));

        TakeOverResult taken = Assert.Single(both, one => one.Outcome == TakeOverOutcome.Taken);
        Assert.Equal(TakeOverOutcome.HeldByOther, both.Single(one => one != taken).Outcome);
        string owner = taken.Conversation!.Assignee!;
        Assert.Equal(owner, (await At(_first).GetAsync(Pablo, Stop))!.Assignee);
        Assert.Equal(owner, (await At(_second).GetAsync(Pablo, Stop))!.Assignee);
    }

    [Fact]
    public async Task GiveBack_AtTheOtherInstance_FreesItForAll()
    {
        await At(_first).TakeOverAsync(Pablo, "ann", cancellationToken: Stop);

        Assert.True(await At(_second).GiveBackAsync(Pablo, "ann", Stop));

        Assert.Equal(ConversationOwner.Bot, (await At(_first).GetAsync(Pablo, Stop))!.Owner);
    }

    private static StorefrontConversations At(ServiceProvider instance) =>
        instance.GetRequiredService<Storefronts.Storefront>().Conversations;
}
