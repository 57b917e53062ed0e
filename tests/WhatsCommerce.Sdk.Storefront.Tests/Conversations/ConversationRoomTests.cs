using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>The room of conversations over real HTTP: what is kept, who answers, what is sent.</summary>
public sealed class ConversationRoomTests
{
    private const string Address = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_MessageAndAnswer_AreKeptWithStatus()
    {
        await using TestShop shop = await OpenAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer(Address, name: "Pablo");
        pablo.ReadsAutomatically = true;

        await pablo.SendTextAsync("Good morning", Stop);
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await Patiently.Until(async () => (await EntriesAsync(shop)).Any(entry => entry.Status == "read"));

        CustomerConversation conversation = Assert.Single(await shop.Shop.Conversations.ListAsync(cancellationToken: Stop));
        IReadOnlyList<ConversationEntry> entries = await EntriesAsync(shop);
        Assert.Equal(("Pablo", 1, ConversationOwner.Bot), (conversation.Name, conversation.Unread, conversation.Owner));
        Assert.True(conversation.GetWindowLeft(TimeProvider.System.GetUtcNow()) > TimeSpan.FromHours(23));
        Assert.Equal(
            [(ConversationAuthor.Customer, "Good morning"), (ConversationAuthor.Storefront, "Somebody will write to you.")],
            entries.Select(entry => (entry.Author, entry.Content!.Text!)));
    }

    [Fact]
    public async Task Log_MessageOfTheApp_IsTheApps()
    {
        await using TestShop shop = await OpenAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        await WriteAsync(shop, pablo, "hello");

        await shop.Services.GetRequiredService<WhatsCommerceClient>().Messages.SendAsync(
            Address, Message.Text("Your parcel left.").Build(), cancellationToken: Stop);

        ConversationEntry last = (await EntriesAsync(shop)).Single(entry => entry.Content?.Text == "Your parcel left.");
        Assert.Equal(ConversationAuthor.App, last.Author);
    }

    [Theory, InlineData(30, "hello?"), InlineData(3600, "Your parcel left.")]
    public async Task Log_MessageOfACustomerAfterOneOfTheApp_IsTheLastUnlessItIsLate(int secondsAhead, string last)
    {
        ShiftedTime time = new(TimeSpan.Zero);
        await using TestShop shop = await TestShop.OpenAsync(store =>
        {
            store.AddConversations();
            store.Services.AddSingleton<TimeProvider>(time);
        });
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        time.Ahead = TimeSpan.FromSeconds(secondsAhead);
        MessageReceipt sent = await shop.Services.GetRequiredService<WhatsCommerceClient>().Messages.SendAsync(
            Address, Message.Text("Your parcel left.").Build(), cancellationToken: Stop);

        await WriteAsync(shop, pablo, "hello?");

        CustomerConversation conversation = (await shop.Shop.Conversations.GetAsync(customer, Stop))!;
        ConversationEntry message = (await EntriesAsync(shop)).Single(entry => entry.Id == sent.Id.Value);
        Assert.Equal(last, conversation.Preview);
        Assert.True(conversation.LastAt >= message.At, $"The conversation went back from {message.At} to {conversation.LastAt}.");
    }

    [Fact]
    public async Task Log_Cart_HasItsProductsAndTheOrderFollowsInPlace()
    {
        await using TestShop shop = await OpenAsync(store => store.AddPayOnDelivery());
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        await Patiently.Until(async () => (await shop.Shop.Catalog.ListAsync(cancellationToken: Stop)).Count == 2);

        await pablo.SendCartAsync([("apple-1kg", 2)], "Ring twice", Stop);
        ReceivedMessage summary = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        CartId sent = (await EntriesAsync(shop))[0].CartId;
        await pablo.PressAsync(summary.Id, Buttons.Of(Buttons.Pay, sent, "on-delivery"), Stop);
        await Patiently.Until(async () => (await EntriesAsync(shop)).Any(entry => entry.Type == "order_placed"));

        IReadOnlyList<ConversationEntry> entries = await EntriesAsync(shop);
        ConversationEntry cart = entries[0];
        ShownProduct apples = Assert.Single(cart.Products);
        Assert.Equal(("order", "Ring twice"), (cart.Type, cart.Content?.Text));
        Assert.Equal(("Apples, 1 kg", 2, new Money(3.49m, "USD")), (apples.Name, apples.Quantity, apples.Price));
        Assert.NotNull(await shop.Shop.Carts.GetAsync(cart.CartId, Stop));
        ConversationEntry placed = entries.Single(entry => entry.Type == "order_placed");
        Assert.Equal(new Money(6.98m, "USD"), placed.Amount);
    }

    [Fact]
    public async Task Human_OwnsTheConversation_NothingIsAnswered()
    {
        ConcurrentQueue<StorefrontEvent> told = [];
        await using TestShop shop = await OpenAsync(store => store
            .On<HumanTookOver>("taken", (taken, _) => Queue(told, taken))
            .On<HumanGaveBack>("given", (given, _) => Queue(told, given)));
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);

        TakeOverResult taken = await shop.Shop.Conversations.TakeOverAsync(customer, "ann", "angry", cancellationToken: Stop);
        await WriteAsync(shop, pablo, "where is it?");
        ConversationSendResult answer = await shop.Shop.Conversations.SendTextAsync(
            customer, "On its way.", "ann", cancellationToken: Stop);
        ReceivedMessage received = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.True(await shop.Shop.Conversations.GiveBackAsync(customer, "ann", Stop));
        await WriteAsync(shop, pablo, "thanks");
        ReceivedMessage next = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Equal((TakeOverOutcome.Taken, ConversationSendOutcome.Sent), (taken.Outcome, answer.Outcome));
        Assert.Equal(("On its way.", "Somebody will write to you."), (received.Text, next.Text));
        await Patiently.Until(() => told.Count == 2);
        Assert.Equal(("ann", "angry"), told.OfType<HumanTookOver>().Select(one => (one.By, one.Reason)).Single());
        Assert.Equal(("ann", GiveBackCause.Person), told.OfType<HumanGaveBack>().Select(one => (one.By, one.Cause)).Single());
    }

    [Fact]
    public async Task TakeOver_SecondPerson_DoesNotGetItUnlessInsistent()
    {
        await using TestShop shop = await OpenAsync();
        StorefrontConversations conversations = shop.Shop.Conversations;
        CustomerKey customer = await WriteAsync(shop, shop.Cloud.Customer(Address), "hello");

        TakeOverResult[] both = await Task.WhenAll(
            conversations.TakeOverAsync(customer, "ann", cancellationToken: Stop),
            conversations.TakeOverAsync(customer, "bob", cancellationToken: Stop));
        string first = both.Single(one => one.Outcome == TakeOverOutcome.Taken).Conversation!.Assignee!;
        string second = first == "ann" ? "bob" : "ann";
        ConversationSendResult refused = await conversations.SendTextAsync(customer, "hi", second, cancellationToken: Stop);
        TakeOverResult insistent = await conversations.TakeOverAsync(customer, second, evenFromOthers: true, cancellationToken: Stop);

        Assert.Equal(TakeOverOutcome.HeldByOther, both.Single(one => one.Outcome != TakeOverOutcome.Taken).Outcome);
        Assert.Equal(ConversationSendOutcome.NotTheirs, refused.Outcome);
        Assert.Equal((TakeOverOutcome.Taken, second), (insistent.Outcome, insistent.Conversation!.Assignee));
    }

    [Fact]
    public async Task Handover_ByRouting_ChangesTheOwner()
    {
        await using TestShop shop = await OpenAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        await shop.Shop.Conversations.TakeOverAsync(customer, "ann", cancellationToken: Stop);

        await pablo.TakeConversationFromAppAsync(metadata: "ours", cancellationToken: Stop);
        await Patiently.Until(async () =>
            (await shop.Shop.Conversations.GetAsync(customer, Stop))!.Owner == ConversationOwner.Other);
        await pablo.PassConversationToAppAsync("yours", Stop);
        await Patiently.Until(async () =>
            (await shop.Shop.Conversations.GetAsync(customer, Stop))!.Owner != ConversationOwner.Other);

        Assert.Contains(await EntriesAsync(shop), entry => entry is { Type: "human_gave_back", Content.Text: "routing" });
    }

    [Fact]
    public async Task SendProducts_Several_AreOneListAndKept()
    {
        await using TestShop shop = await OpenAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await Patiently.Until(async () => (await shop.Shop.Catalog.ListAsync(cancellationToken: Stop)).Count == 2);

        ConversationSendResult sent = await shop.Shop.Conversations.SendProductsAsync(
            customer, ["apple-1kg", "banana-1kg", "unknown"], cancellationToken: Stop);
        ConversationSendResult nothing = await shop.Shop.Conversations.SendProductsAsync(customer, ["unknown"], cancellationToken: Stop);

        Assert.Equal((ConversationSendOutcome.Sent, ConversationSendOutcome.NothingToSend), (sent.Outcome, nothing.Outcome));
        ConversationEntry entry = (await EntriesAsync(shop)).Single(entry => entry.Id == sent.MessageId.Value);
        Assert.Equal(
            [("Apples, 1 kg", new Money(3.49m, "USD")), ("Bananas, 1 kg", new Money(2.29m, "USD"))],
            entry.Products.Select(product => (product.Name!, product.Price!.Value)));
    }

    [Fact]
    public async Task Reply_InPlainWords_IsAskedAboutWhatWasShown()
    {
        ConcurrentQueue<ProductAsked> asked = [];
        await using TestShop shop = await OpenAsync(store => store.On<ProductAsked>("asked", (one, _) =>
        {
            asked.Enqueue(one);
            return Task.CompletedTask;
        }));
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        await Patiently.Until(async () => (await shop.Shop.Catalog.ListAsync(cancellationToken: Stop)).Count == 2);
        await shop.Shop.Conversations.SendProductsAsync(customer, ["apple-1kg", "banana-1kg"], cancellationToken: Stop);

        await pablo.SendTextAsync("are the bananas ripe?", Stop);
        await Patiently.Until(() => !asked.IsEmpty);

        ProductAsked one = Assert.Single(asked);
        Assert.Equal(("banana-1kg", AboutReason.Words, "are the bananas ripe?"), (one.RetailerId.Value, one.Reason, one.Question));
    }

    [Fact]
    public async Task Note_OfAPerson_IsNeverSent()
    {
        await using TestShop shop = await OpenAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer(Address);
        CustomerKey customer = await WriteAsync(shop, pablo, "hello");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.True(await shop.Shop.Conversations.AddNoteAsync(customer, "prefers mornings", "ann", Stop));
        Assert.False(await shop.Shop.Conversations.AddNoteAsync(new CustomerKey("nobody"), "x", "ann", Stop));

        ConversationEntry note = (await EntriesAsync(shop)).Single(entry => entry.Kind == ConversationEntryKind.Note);
        Assert.Equal(("ann", "prefers mornings"), (note.By, note.Content!.Text));
        pablo.AssertNoMessage();
    }

    [Fact]
    public async Task MarkRead_Conversation_HasNothingUnread()
    {
        await using TestShop shop = await OpenAsync();
        CustomerKey customer = await WriteAsync(shop, shop.Cloud.Customer(Address), "hello");

        Assert.True(await shop.Shop.Conversations.MarkAsReadAsync(customer, cancellationToken: Stop));
        Assert.False(await shop.Shop.Conversations.MarkAsReadAsync(customer, cancellationToken: Stop));

        Assert.Equal(0, (await shop.Shop.Conversations.GetAsync(customer, Stop))!.Unread);
    }

    private static Task<TestShop> OpenAsync(Action<WhatsCommerceStorefrontBuilder>? more = null) => TestShop.OpenAsync(store =>
    {
        store.AddConversations().DefaultReply("Somebody will write to you.");
        more?.Invoke(store);
    });

    /// <summary>Writes a message, and waits until it is in the log.</summary>
    private static async Task<CustomerKey> WriteAsync(TestShop shop, EmulatedCustomer customer, string text)
    {
        MessageId id = await customer.SendTextAsync(text, Stop);
        IConversationStore store = shop.Services.GetRequiredService<IConversationStore>();
        await Patiently.Until(async () => await store.FindEntryAsync("shop", id.ToString(), Stop) is not null);
        return (await store.FindEntryAsync("shop", id.ToString(), Stop))!.Customer;
    }

    private static async Task<IReadOnlyList<ConversationEntry>> EntriesAsync(TestShop shop)
    {
        IReadOnlyList<CustomerConversation> all = await shop.Shop.Conversations.ListAsync(cancellationToken: Stop);
        return all.Count == 0 ? [] : await shop.Shop.Conversations.ReadAsync(all[0].Customer, cancellationToken: Stop);
    }

    private static Task Queue(ConcurrentQueue<StorefrontEvent> told, StorefrontEvent one)
    {
        told.Enqueue(one);
        return Task.CompletedTask;
    }
}
