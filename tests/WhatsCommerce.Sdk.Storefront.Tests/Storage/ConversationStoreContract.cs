using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>What every store of conversations must do. A store of a database inherits it and gives empty stores for each test.</summary>
public abstract class ConversationStoreContract
{
    private const string Shop = "shop";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);
    private static readonly CustomerKey Pablo = new("pablo");
    private static readonly CustomerKey Maria = new("maria");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Empty stores: of conversations, and of the events that their steps cause.</summary>
    protected abstract Task<(IConversationStore Conversations, IStorefrontStore Events)> CreateAsync();

    [Fact]
    public async Task Write_WholeConversation_IsReadBackAsItWas()
    {
        (IConversationStore store, _) = await CreateAsync();
        CustomerConversation conversation = Conversation(Pablo) with
        {
            To = "+16505551234",
            PhoneNumberId = "106540352242922",
            Name = "Pablo",
            Owner = ConversationOwner.Human,
            Assignee = "ann",
            OwnedSince = Noon,
            ReturnsAt = Noon.AddHours(12),
            IsTakenFromOther = true,
            WindowEndsAt = Noon.AddHours(24),
            Unread = 3,
            LastInboundId = "wamid.A",
            LastKind = "text",
            LastAuthor = ConversationAuthor.Customer,
            Preview = "Apples 'n' \"pears\"?",
        };

        Assert.True(await store.WriteAsync(new ConversationStep { Conversation = conversation }, Stop));

        Assert.Equal(conversation with { Version = 1 }, await store.FindAsync(Shop, Pablo, Stop));
        Assert.Equal(Pablo, (await store.FindByRecipientAsync(Shop, "16505551234", Stop))?.Customer);
        Assert.Null(await store.FindByRecipientAsync(Shop, "+16505559999", Stop));
        Assert.Null(await store.FindAsync("other", Pablo, Stop));
    }

    [Fact]
    public async Task ListWriting_OfSeveral_HasEachOnceSinceTheTime()
    {
        (IConversationStore store, _) = await CreateAsync();
        await store.WriteAsync(Shop, new ConversationTyping { Customer = Pablo, By = "ann", At = Noon }, Stop);
        await store.WriteAsync(Shop, new ConversationTyping { Customer = Pablo, By = "ann", At = Noon.AddSeconds(3) }, Stop);
        await store.WriteAsync(Shop, new ConversationTyping { Customer = Maria, By = "bob", At = Noon.AddSeconds(1) }, Stop);
        await store.WriteAsync("other", new ConversationTyping { Customer = Pablo, By = "eve", At = Noon.AddSeconds(2) }, Stop);

        IReadOnlyList<ConversationTyping> writing = await store.ListTypingAsync(Shop, Noon, Stop);

        Assert.Equal(
            [(Maria, "bob", Noon.AddSeconds(1)), (Pablo, "ann", Noon.AddSeconds(3))],
            writing.OrderBy(one => one.At).Select(one => (one.Customer, one.By, one.At)));
        Assert.Empty(await store.ListTypingAsync(Shop, Noon.AddSeconds(3), Stop));
    }

    [Fact]
    public async Task Remove_OfAConversation_RemovesWhoWritesInIt()
    {
        (IConversationStore store, _) = await CreateAsync();
        await store.WriteAsync(Shop, new ConversationTyping { Customer = Pablo, By = "ann", At = Noon }, Stop);

        await store.RemoveCustomerAsync(Shop, Pablo, Stop);

        Assert.Empty(await store.ListTypingAsync(Shop, Noon.AddSeconds(-1), Stop));
    }

    [Fact]
    public async Task List_MessagesOfOneMillisecond_AreInTheOrderOfTheCustomers()
    {
        (IConversationStore store, _) = await CreateAsync();
        foreach ((CustomerKey customer, int ticks) in new[] { (Maria, 100), (Pablo, 900) })
        {
            CustomerConversation conversation = Conversation(customer) with { LastAt = Noon.AddTicks(ticks) };
            Assert.True(await store.WriteAsync(new ConversationStep { Conversation = conversation }, Stop));
        }

        IReadOnlyList<CustomerConversation> all = await store.ListAsync(Shop, new ConversationQuery(), Stop);

        Assert.Equal([Maria, Pablo], all.Select(row => row.Customer));
    }

    [Fact]
    public async Task Write_WholeEntry_IsReadBackAsItWas()
    {
        (IConversationStore store, _) = await CreateAsync();
        ConversationEntry entry = Entry("wamid.A") with
        {
            By = "ann",
            Type = "product_list",
            RepliesTo = "wamid.0",
            Content = new ConversationContent { Header = "Fruit", Text = "a\0b ☕", Footer = "f", Link = "https://shop.example" },
            About = new AboutProduct { RetailerId = "apple", Name = "Apple", Reason = AboutReason.Quoted },
            Status = "failed",
            StatusAt = Noon,
            ErrorCode = 131026,
            Error = "undeliverable",
            CartId = "c",
            OrderId = "o",
            OrderNumber = "K7M2P9Q",
            Amount = new Money(3.49m, "USD"),
            Products = [new ShownProduct { RetailerId = "apple", Name = "Apple", Price = new Money(3.49m, "USD"), Quantity = 2 }],
        };

        Assert.True(await WriteAsync(store, Conversation(Pablo), entry));

        ConversationEntry read = (await store.FindEntryAsync(Shop, "wamid.A", Stop))!;
        Assert.Equal(entry.Products, read.Products);
        Assert.Empty(read.Content!.Choices);
        Assert.Equal(
            entry with { Version = 1, Sequence = read.Sequence, Products = read.Products, Content = null }, read with { Content = null });
        Assert.Equal(("Fruit", "a\0b ☕", "https://shop.example"), (read.Content.Header, read.Content.Text, read.Content.Link));
    }

    [Fact]
    public async Task Write_FromAnotherVersion_WritesNothing()
    {
        (IConversationStore store, IStorefrontStore events) = await CreateAsync();
        Assert.True(await WriteAsync(store, Conversation(Pablo)));

        bool isWritten = await store.WriteAsync(
            new ConversationStep
            {
                Conversation = Conversation(Pablo) with { Version = 7, Unread = 9 },
                Entries = [Entry("wamid.A")],
                Outbox = [Row("told")],
            },
            Stop);

        Assert.False(isWritten);
        Assert.Equal(0, (await store.FindAsync(Shop, Pablo, Stop))!.Unread);
        Assert.Null(await store.FindEntryAsync(Shop, "wamid.A", Stop));
        Assert.Empty(await events.ListOutboxAsync(Shop, OutboxState.Waiting, 10, Stop));
    }

    [Fact]
    public async Task Write_EntryThatExists_WritesNothing()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Pablo), Entry("wamid.A"));

        Assert.False(await WriteAsync(store, Conversation(Pablo) with { Version = 1, Unread = 1 }, Entry("wamid.A")));

        Assert.Equal(0, (await store.FindAsync(Shop, Pablo, Stop))!.Unread);
    }

    [Fact]
    public async Task Write_WithEvents_StoresThemToo()
    {
        (IConversationStore store, IStorefrontStore events) = await CreateAsync();

        await store.WriteAsync(new ConversationStep { Conversation = Conversation(Pablo), Outbox = [Row("told")] }, Stop);

        OutboxRow row = Assert.Single(await events.ListOutboxAsync(Shop, OutboxState.Waiting, 10, Stop));
        Assert.Equal("ann", Assert.IsType<HumanTookOver>(row.Event).By);
    }

    [Fact]
    public async Task Entries_Paged_AreTheNewestFirst()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Maria), Entry("other") with { Customer = Maria });
        for (int i = 0; i < 5; i++)
        {
            await WriteAsync(store, Conversation(Pablo) with { Version = i }, Entry($"wamid.{i}"));
        }

        IReadOnlyList<ConversationEntry> first = await store.ListEntriesAsync(Shop, Pablo, new ConversationEntryQuery { Limit = 2 }, Stop);
        IReadOnlyList<ConversationEntry> next = await store.ListEntriesAsync(
            Shop, Pablo, new ConversationEntryQuery { Limit = 10, Before = first[^1].Sequence }, Stop);

        Assert.Equal(["wamid.4", "wamid.3"], first.Select(entry => entry.Id));
        Assert.Equal(["wamid.2", "wamid.1", "wamid.0"], next.Select(entry => entry.Id));
    }

    [Fact]
    public async Task List_ByConditions_GivesTheNewestFirst()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Pablo) with { LastAt = Noon.AddMinutes(1), Unread = 1, ChangedAt = Noon });
        await WriteAsync(store, Conversation(Maria) with
        {
            LastAt = Noon.AddMinutes(2), Owner = ConversationOwner.Human, ChangedAt = Noon.AddMinutes(5),
        });

        Assert.Equal([Maria, Pablo], await ListAsync(new ConversationQuery()));
        Assert.Equal([Pablo], await ListAsync(new ConversationQuery { OnlyUnread = true }));
        Assert.Equal([Maria], await ListAsync(new ConversationQuery { Owner = ConversationOwner.Human }));
        Assert.Equal([Pablo], await ListAsync(new ConversationQuery { Before = Noon.AddMinutes(2) }));
        Assert.Equal([Maria], await ListAsync(new ConversationQuery { ChangedSince = Noon.AddMinutes(1) }));
        Assert.Equal([Maria], await ListAsync(new ConversationQuery { Limit = 1 }));

        async Task<IEnumerable<CustomerKey>> ListAsync(ConversationQuery query) =>
            (await store.ListAsync(Shop, query, Stop)).Select(conversation => conversation.Customer);
    }

    [Fact]
    public async Task Due_OnlyOfPeopleWhoseTimeIsOver()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Pablo) with { Owner = ConversationOwner.Human, ReturnsAt = Noon });
        await WriteAsync(store, Conversation(Maria) with { Owner = ConversationOwner.Human, ReturnsAt = Noon.AddMinutes(1) });
        await WriteAsync(store, Conversation(new CustomerKey("bot")) with { ReturnsAt = Noon });

        Assert.Equal([Pablo], await store.ListDueAsync(Shop, Noon, 10, Stop));
    }

    [Fact]
    public async Task RemoveTexts_OfOldEntries_LeavesTheRest()
    {
        (IConversationStore store, _) = await CreateAsync();
        ConversationContent words = new() { Text = "secret" };
        await WriteAsync(
            store,
            Conversation(Pablo) with { LastAt = Noon.AddMinutes(-1), Preview = "secret" },
            Entry("old") with { At = Noon.AddMinutes(-1), Content = words },
            Entry("new") with { At = Noon, Content = words });

        Assert.Equal(1, await store.RemoveTextsAsync(Shop, Noon, 10, Stop));
        Assert.Equal(0, await store.RemoveTextsAsync(Shop, Noon, 10, Stop));

        Assert.Null((await store.FindEntryAsync(Shop, "old", Stop))!.Content);
        Assert.Equal("secret", (await store.FindEntryAsync(Shop, "new", Stop))!.Content!.Text);
        Assert.Null((await store.FindAsync(Shop, Pablo, Stop))!.Preview);
    }

    [Fact]
    public async Task Merge_TwoConversations_BecomeOne()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Pablo), Entry("a"));
        await WriteAsync(store, Conversation(Maria), Entry("b") with { Customer = Maria });
        CustomersMerged merged = new() { Survivor = Maria, Merged = Pablo };

        Assert.False(await store.MergeCustomersAsync(Shop, merged, Conversation(Maria) with { Version = 9 }, Stop));
        Assert.True(await store.MergeCustomersAsync(Shop, merged, Conversation(Maria) with { Version = 1, Unread = 4 }, Stop));
        Assert.True(await store.MergeCustomersAsync(Shop, merged, survivor: null, Stop));

        Assert.Null(await store.FindAsync(Shop, Pablo, Stop));
        Assert.Equal(4, (await store.FindAsync(Shop, Maria, Stop))!.Unread);
        IReadOnlyList<ConversationEntry> entries = await store.ListEntriesAsync(Shop, Maria, new ConversationEntryQuery(), Stop);
        Assert.Equal(["b", "a"], entries.Select(entry => entry.Id));
        Assert.All(entries, entry => Assert.Equal(Maria, entry.Customer));
    }

    [Fact]
    public async Task Remove_Conversation_TakesItsEntries()
    {
        (IConversationStore store, _) = await CreateAsync();
        await WriteAsync(store, Conversation(Pablo), Entry("a"));
        await WriteAsync(store, Conversation(Maria), Entry("b") with { Customer = Maria });

        await store.RemoveCustomerAsync(Shop, Pablo, Stop);

        Assert.Null(await store.FindAsync(Shop, Pablo, Stop));
        Assert.Null(await store.FindEntryAsync(Shop, "a", Stop));
        Assert.NotNull(await store.FindEntryAsync(Shop, "b", Stop));
    }

    private static Task<bool> WriteAsync(IConversationStore store, CustomerConversation conversation, params ConversationEntry[] entries) =>
        store.WriteAsync(new ConversationStep { Conversation = conversation, Entries = entries }, Stop);

    private static CustomerConversation Conversation(CustomerKey customer) =>
        new() { ShopId = Shop, Customer = customer, LastAt = Noon, ChangedAt = Noon };

    private static ConversationEntry Entry(string id) => new()
    {
        ShopId = Shop,
        Id = id,
        Customer = Pablo,
        Kind = ConversationEntryKind.Message,
        Author = ConversationAuthor.Storefront,
        At = Noon,
    };

    private static OutboxRow Row(string id) => new()
    {
        Event = new HumanTookOver { Id = id, ShopId = Shop, Customer = Pablo, At = Noon, By = "ann" },
        Handler = "book",
        Customer = Pablo,
        DueAt = Noon,
    };
}
