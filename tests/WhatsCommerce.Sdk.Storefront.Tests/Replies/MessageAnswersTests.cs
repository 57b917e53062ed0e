using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class MessageAnswersTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task Answer_ManyResponders_AreAskedInTheirOrderUntilOneAnswers()
    {
        AnswersFixture answers = new(
            new ShopFixture(),
            others:
            [
                Says(ResponderPlace.DefaultReply, "default", true),
                Says(ResponderPlace.Assistant, "assistant", true),
                Says(ResponderPlace.Reply, "first reply", false),
                Says(ResponderPlace.Reply, "second reply", false),
                Says(ResponderPlace.Search, "search", false),
                Says(ResponderPlace.ProductQuestion, "question", false),
            ]);

        await answers.WriteAsync("hello");

        Assert.Equal(["question", "first reply", "second reply", "search", "assistant"], _asked);
    }

    [Theory]
    [InlineData(ConversationOwner.Human)]
    [InlineData(ConversationOwner.Other)]
    public async Task Answer_SomebodyElseOwnsTheConversation_NobodyIsAsked(ConversationOwner owner)
    {
        AnswersFixture answers = new(
            new ShopFixture(), new FixedOwner(owner), others: [Says(ResponderPlace.DefaultReply, "default", true)]);

        await answers.WriteAsync("hello");

        Assert.Empty(_asked);
        Assert.Empty(answers.Client.Sent);
    }

    [Fact]
    public async Task Answer_BotOwnsTheConversation_Answers()
    {
        AnswersFixture answers = new(
            new ShopFixture(), new FixedOwner(ConversationOwner.Bot), others: [Says(ResponderPlace.DefaultReply, "default", true)]);

        await answers.WriteAsync("hello");

        Assert.Equal(["default"], _asked);
    }

    [Fact]
    public async Task Answer_MessageThatConcernsNobody_IsNotOfferedToThem()
    {
        Responder picky = new(ResponderPlace.Reply, _ => false, (_, _, _) => throw new InvalidOperationException("It was asked."));
        AnswersFixture answers = new(new ShopFixture(), others: [picky, Says(ResponderPlace.DefaultReply, "default", true)]);

        await answers.WriteAsync("hello");

        Assert.Equal(["default"], _asked);
    }

    [Fact]
    public async Task Answer_RunTwice_SendsEachOfSeveralAnswersOnce()
    {
        Responder talkative = new(ResponderPlace.Reply, _ => true, async (_, context, token) =>
        {
            await context.SendAsync("one", token);
            await context.SendAsync("two", token);
            return true;
        });
        AnswersFixture answers = new(new ShopFixture(), others: [talkative]);

        await answers.ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Text, Text = "hello" }, runs: 2);

        Assert.Equal(2, answers.Client.Sent.Count);
    }

    [Fact]
    public async Task Answer_CustomerOfKnownLanguage_GivesItToTheReply()
    {
        string? language = null;
        Responder reply = new(ResponderPlace.Reply, _ => true, (_, context, _) =>
        {
            language = context.Language;
            return Task.FromResult(true);
        });
        AnswersFixture answers = new(new ShopFixture(), facts: new FixedFacts("pt-BR"), others: [reply]);

        await answers.WriteAsync("oi");

        Assert.Equal("pt-BR", language);
    }

    [Fact]
    public async Task Button_RunTwice_AnswersOnce()
    {
        ShopFixture shop = new();
        AnswersFixture answers = new(shop);
        Cart cart = await shop.CartAsync();

        await answers.ReceiveAsync(
            new InboundMessage { Kind = InboundMessageKind.Button, ButtonId = Buttons.Of(Buttons.Offer, cart.Id) }, runs: 3);

        Assert.Single(answers.Client.Sent);
    }

    [Fact]
    public async Task Cart_FromANumber_IsAnsweredFromIt()
    {
        AnswersFixture answers = new(new ShopFixture());

        await answers.SendCartAsync(number: "777");

        Assert.Equal("777", Assert.Single(answers.Numbers));
    }

    private Responder Says(ResponderPlace place, string name, bool answers) => new(place, _ => true, (_, _, _) =>
    {
        _asked.Add(name);
        return Task.FromResult(answers);
    });

    private sealed class FixedOwner(ConversationOwner owner) : IConversationOwners
    {
        public Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
            Task.FromResult(owner);
    }
}
