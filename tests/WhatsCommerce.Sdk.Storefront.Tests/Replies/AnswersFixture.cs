using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

/// <summary>Those who answer in a shop of a <see cref="ShopFixture"/>, without webhooks and outbox: a test says what comes in.</summary>
internal sealed class AnswersFixture
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly ShopFixture _shop;
    private readonly MessageAnswers _answers;
    private readonly HashSet<string> _answered = [];
    private int _messages;

    public AnswersFixture(
        ShopFixture shop, IConversationOwners? owners = null, ICustomerFacts? facts = null, params IEnumerable<Responder> others)
    {
        _shop = shop;
        Texts = new Texts(shop.Services.Options);
        Sender = new CustomerMessages(
            new ShopClients(number =>
            {
                Numbers.Add(number);
                return Client;
            }),
            shop.Services);
        Customers = new CustomerKnowledge(shop.Services, facts);
        OfferMessages messages = new(Texts);
        Carts = new CartAnswers(
            shop.Services,
            shop.Rooms.Carts,
            shop.Rooms.Checkout,
            new SecondCarts(shop.Services, shop.Rooms.Closing, policy: null),
            messages,
            Texts,
            Customers,
            Sender,
            shop.Providers);
        Orders = new OrderAnswers(shop.Services, shop.Rooms.Orders, Texts, new OrderSentences(Texts), Sender);
        FollowUps = new FollowUpAnswers(
            shop.Services,
            shop.Rooms.Checkout,
            shop.Rooms.Orders,
            messages,
            Texts,
            new OrderSentences(Texts),
            Orders,
            Sender,
            shop.Providers);
        StepAnswers steps = new(shop.Services, shop.Rooms.Steps, shop.Rooms.Checkout, messages);
        _answers = new MessageAnswers(
            shop.Services,
            [
                .. others,
                new Responder(ResponderPlace.Button, Buttons.MayBe, (_, context, token) => Carts.PressAsync(context, token)),
                new Responder(ResponderPlace.CheckoutStep, _ => true, (_, context, token) => steps.ReplyAsync(context, token)),
            ],
            Customers,
            Sender,
            identities: null,
            owners);
    }

    public RecordingClient Client { get; } = new();

    /// <summary>The numbers from which was sent, in their order.</summary>
    public List<PhoneNumberId> Numbers { get; } = [];

    public Texts Texts { get; }

    public CustomerKnowledge Customers { get; }

    public CustomerMessages Sender { get; }

    public CartAnswers Carts { get; }

    public OrderAnswers Orders { get; }

    public FollowUpAnswers FollowUps { get; }

    public OutboundMessage Last => Client.Sent[^1].Message;

    /// <summary>The words of the last message, and the titles of its buttons.</summary>
    public string LastText => MessageChoices.InWords(Last, Texts, "en");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A cart comes in; its outbox row runs.</summary>
    public async Task<Cart> SendCartAsync(int quantity = 2, Recipient to = default, PhoneNumberId number = default)
    {
        Cart cart = await _shop.CartAsync(quantity: quantity, to: to);
        CartReceived received = new()
        {
            Id = cart.Id + "/received",
            ShopId = "shop",
            Customer = cart.Customer,
            PhoneNumberId = number,
            At = cart.CreatedAt,
            CartId = cart.Id,
        };
        _answered.Add(received.Id);
        await Carts.AnswerAsync(received, Stop);
        return cart;
    }

    public Task WriteAsync(string text) => ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Text, Text = text });

    public Task PressAsync(string id, CustomerKey customer = default) =>
        ReceiveAsync(new InboundMessage { Kind = InboundMessageKind.Button, ButtonId = id }, customer);

    /// <summary>Presses the button of the last message that has this title.</summary>
    public Task PressTitleAsync(string title) => PressAsync(MessageChoices.IdOf(Last, title)!);

    /// <summary>The outbox rows of carts run that nobody ran yet.</summary>
    public async Task AnswerCartsAsync()
    {
        IReadOnlyList<OutboxRow> waiting = await _shop.Store.ListOutboxAsync("shop", OutboxState.Waiting, 1_000, Stop);
        foreach (CartReceived received in waiting.Select(row => row.Event).OfType<CartReceived>().Where(one => _answered.Add(one.Id)))
        {
            await Carts.AnswerAsync(received, Stop);
        }
    }

    /// <summary>A message comes in; its outbox row runs, as often as the test says.</summary>
    public async Task ReceiveAsync(InboundMessage message, CustomerKey customer = default, int runs = 1)
    {
        string id = $"wamid.{++_messages}";
        MessageReceived received = new()
        {
            Id = id,
            ShopId = "shop",
            Customer = customer.HasValue ? customer : new CustomerKey("pablo"),
            At = _shop.Services.Now,
            Message = message with { Id = id },
            To = "+16505551234",
        };
        for (int run = 0; run < runs; run++)
        {
            await _answers.AnswerAsync(NoServices, received, Stop);
        }
    }
}
