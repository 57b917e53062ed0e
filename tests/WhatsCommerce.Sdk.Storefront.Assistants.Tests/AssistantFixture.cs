using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>A shop in memory with a catalog, a search and an assistant's tools; what is sent is kept.</summary>
#pragma warning disable CA1001 // The search in memory holds nothing of the system.
internal sealed class AssistantFixture
#pragma warning restore CA1001
{
    public static readonly CustomerKey Pablo = new("pablo");
    public static readonly Recipient PablosNumber = "+16505551234";

    private readonly MemoryCatalogStore _catalog = new();
    private readonly MemoryProductSearch _search = new(SearchSynonyms.None, true);
    private readonly HashSet<CustomerKey> _taken = [];
    private AssistantReply? _reply;

    public AssistantFixture(Action<AssistantOptions>? configure = null, Func<ScriptedTurn, ScriptedStep>? script = null)
        : this(configure, script is null ? null : new ScriptedChatClient(script))
    {
    }

    public AssistantFixture(Action<AssistantOptions>? configure, IChatClient? model)
    {
        configure?.Invoke(Options);
        Owners owners = new(_taken);
        Answers = new AnswersFixture(
            Shop,
            owners,
            facts: null,
            new Responder(ResponderPlace.Button, ChangeReply.Concerns, (_, context, token) =>
                new ChangeReply(Answers!.Texts).ReplyAsync(context, token)),
            new Responder(ResponderPlace.Assistant, AssistantReply.Concerns, (_, context, token) => _reply is null
                ? Task.FromResult(false)
                : _reply.ReplyAsync(context, token)),
            new Responder(ResponderPlace.DefaultReply, _ => true, async (_, context, token) =>
            {
                await context.SendAsync("Somebody will write to you.", token);
                return true;
            }));
        AssistantShop = new AssistantShop
        {
            Shop = Shop.Services,
            Options = Options,
            Budgets = new MemoryAssistantBudgets(Shop.Time),
            Prices = Shop.Prices,
            Texts = Answers.Texts,
            Sender = Answers.Sender,
            Customers = Answers.Customers,
            CatalogId = _ => Task.FromResult(new CatalogId("146265584024623")),
            Logger = NullLogger.Instance,
            Catalog = _catalog,
            Search = new StorefrontSearch(Shop.Services, _search, new MemorySearchSwitches()),
            Rooms = Shop.Rooms,
            Proposals = new CartProposals(Shop.Services, Shop.Rooms.Carts, Shop.Rooms.CartLock, Shop.Rooms.Closing, Answers.Texts),
            Owners = owners,
            People = new PersonRequests(Shop.Services, conversations: null),
        };
        Factory = new ShopToolsFactory(AssistantShop);
        if (model is not null)
        {
            FunctionInvokingChatClient invoking = new(model)
            {
                MaximumIterationsPerRequest = Options.RoundsPerTurn,
                MaximumConsecutiveErrorsPerRequest = 0,
            };
            _reply = new AssistantReply(Factory, invoking, new AssistantMemory(Shop.Services, Options, Turns), new AnswerGuard(Options));
        }
    }

    public AssistantOptions Options { get; } = new();

    public MemoryAssistantTurns Turns { get; } = new();

    public ShopFixture Shop { get; } = new();

    public AnswersFixture Answers { get; }

    public AssistantShop AssistantShop { get; }

    public ShopToolsFactory Factory { get; }

    /// <summary>What left, to whom.</summary>
    public List<(Recipient To, OutboundMessage Message, SendOptions Options)> Sent => Answers.Client.Sent;

    /// <summary>The bodies of what left.</summary>
    public IEnumerable<string> Texts => Sent.Select(sent => MessageChoices.InWords(sent.Message, Answers.Texts, "en"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Puts products into catalog, search and prices.</summary>
    public async Task<AssistantFixture> WithAsync(params IEnumerable<CatalogProduct> products)
    {
        CatalogProduct[] all = [.. products];
        await _catalog.WriteAsync(new CatalogStep { ShopId = "shop", Products = all }, Stop);
        await _search.ChangeAsync(
            [.. all.Select(product => new SearchProduct { RetailerId = product.RetailerId, Title = product.Name, Price = product.Price })],
            [],
            Stop);
        foreach (CatalogProduct product in all)
        {
            Shop.Prices.Prices.RemoveAll(price => price.RetailerId == product.RetailerId);
            Shop.Prices.Prices.Add(
                new ProductPrice { RetailerId = product.RetailerId, Name = product.Name, Price = product.Price });
        }

        return this;
    }

    /// <summary>A shop with apples and bananas.</summary>
    public Task<AssistantFixture> WithFruitAsync() => WithAsync(
        Product("apple-1kg", "Apples, 1 kg", 3.49m), Product("banana-1kg", "Bananas, 1 kg", 2.29m));

    public static CatalogProduct Product(string id, string name, decimal price, string? description = null) => new()
    {
        ShopId = "shop",
        RetailerId = id,
        OwnId = id,
        Name = name,
        Description = description,
        Price = new Money(price, "USD"),
        ReadAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A person takes the conversation of a customer.</summary>
    public void Take(CustomerKey customer) => _taken.Add(customer);

    public async Task<ShopTools> ToolsAsync() =>
        await Factory.CreateAsync(new ShopConversation { Customer = Pablo, To = PablosNumber, Language = "en" }, Stop);

    public async Task<IReadOnlyList<ToolCalled>> CallsAsync() =>
        [.. (await Shop.Store.ListOutboxAsync("shop", OutboxState.Waiting, 100_000, Stop)).Select(row => row.Event).OfType<ToolCalled>()];

    public static JsonElement Json(ShopToolResult result) => JsonElement.Parse(result.Json);

    private sealed class Owners(HashSet<CustomerKey> taken) : IConversationOwners
    {
        public Task<ConversationOwner> GetOwnerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
            Task.FromResult(taken.Contains(customer) ? ConversationOwner.Human : ConversationOwner.Bot);
    }
}
