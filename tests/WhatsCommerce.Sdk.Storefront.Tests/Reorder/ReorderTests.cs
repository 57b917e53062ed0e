using WhatsCommerce.Catalogs;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Reorder;

public sealed class ReorderTests
{
    private static readonly CustomerKey Pablo = new("pablo");

    private readonly FixedPrices _prices = new(
        Price("apple", 3m), Price("pear", 2m), Price("milk", 1m), Price("bread", 4m), Price("jam", 5m));

    private readonly MemoryCatalogStore _catalog = new();
    private readonly ShopFixture _shop = new();
    private readonly RecordingClient _client = new();
    private readonly Texts _texts = new(new StorefrontOptions());
    private int _orders;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_Usual_IsWhatWasInTheMostOrders()
    {
        await OrderAsync(Pablo, ("milk", 9, 1m));
        await OrderAsync(Pablo, ("apple", 1, 3m), ("pear", 2, 2m));
        await OrderAsync(Pablo, ("apple", 1, 3m));
        await OrderAsync(new CustomerKey("ann"), ("bread", 50, 4m));

        ReorderList list = await Room().GetAsync(Pablo, ReorderKind.Usual, Stop);

        Assert.Equal(
            [("apple", 2, 2), ("milk", 1, 9), ("pear", 1, 2)],
            list.Products.Select(product => (product.RetailerId.ToString(), product.Orders, product.Quantity)));
    }

    [Fact]
    public async Task Find_LastOrder_IsThatOrderAlone()
    {
        await OrderAsync(Pablo, ("milk", 9, 1m));
        await OrderAsync(Pablo, ("apple", 1, 3m));
        await OrderAsync(Pablo, OrderState.Cancelled, ("bread", 1, 4m));

        ReorderList list = await Room().GetAsync(Pablo, ReorderKind.LastOrder, Stop);

        Assert.Equal("apple", Assert.Single(list.Products).RetailerId.Value);
    }

    [Fact]
    public async Task Find_WhatHasChanged_IsTold()
    {
        await CatalogAsync(
            Product("apple"), Product("pear"), Product("milk") with { Quantity = 0 }, Product("bread") with { GoneAt = Now });
        await OrderAsync(Pablo, ("apple", 1, 3m), ("pear", 1, 1.5m), ("milk", 1, 1m), ("bread", 1, 4m), ("cheese", 1, 9m));

        ReorderList list = await Room(withCatalog: true).GetAsync(Pablo, ReorderKind.LastOrder, Stop);

        Assert.Equal(
            [ReorderChange.None, ReorderChange.Price, ReorderChange.SoldOut, ReorderChange.Gone, ReorderChange.Gone],
            list.Products.Select(product => product.Change));
        Assert.Equal((new Money(1.5m, "USD"), new Money(2m, "USD")), (list.Products[1].PriceThen, list.Products[1].Price));
    }

    [Fact]
    public async Task Find_ProductThatNowComesInVariants_GivesThoseThatAreReady()
    {
        await CatalogAsync(
            Product("jam"),
            Product("jam-red") with { GroupId = "jam" },
            Product("jam-blue") with { GroupId = "jam" },
            Product("jam-old") with { GroupId = "jam", Obstacles = ProductObstacles.NotAvailable });
        await OrderAsync(Pablo, ("jam", 1, 5m));

        ReorderProduct jam = Assert.Single((await Room(withCatalog: true).GetAsync(Pablo, ReorderKind.Usual, Stop)).Products);

        Assert.Equal(ReorderChange.Variants, jam.Change);
        Assert.Equal(["jam-blue", "jam-red"], jam.Variants.Select(id => id.ToString()));
    }

    [Fact]
    public async Task Find_Picks_AreWhatSeveralOthersJoined()
    {
        await OrderAsync(Pablo, ("apple", 1, 3m));
        foreach (string other in (string[])["ann", "bob"])
        {
            await OrderAsync(new CustomerKey(other), ("apple", 1, 3m), ("bread", 1, 4m));
        }

        // What one person alone joined would tell of that person.
        await OrderAsync(new CustomerKey("eve"), ("apple", 1, 3m), ("jam", 1, 5m));

        ReorderList list = await Room().GetAsync(Pablo, ReorderKind.Usual, Stop);

        Assert.Equal(["bread"], list.Picks.Select(id => id.ToString()));
    }

    [Fact]
    public async Task Send_OfManyProducts_ShowsAtMostThirtyInSectionsAndTellsTheChanges()
    {
        (string, int, decimal)[] lines = [.. Enumerable.Range(0, 40).Select(i => ($"p{i:00}", 1, 1m))];
        _prices.Prices.AddRange(lines.Select(line => Price(line.Item1, 2m)));
        await OrderAsync(Pablo, lines);

        SentReorder sent = await Room().SendAsync(Pablo, "+16505551234", ReorderKind.LastOrder, "key", Stop);

        ProductListMessage message = Assert.IsType<ProductListMessage>(Assert.Single(_client.Sent).Message);
        Assert.Equal(30, sent.Count);
        Assert.Equal(30, message.Products.Count);
        Assert.Contains("1.00 USD, now 2.00 USD", message.Body, StringComparison.Ordinal);
        Assert.True(message.Body!.Length <= 1024);
        Assert.Equal("key", _client.Sent[0].Options.OnceKey);
    }

    [Theory]
    [InlineData("The usual!", true)]
    [InlineData("lo de siempre", true)]
    [InlineData("वही फिर से", true)]
    [InlineData("is the usual price still valid for larger orders?", false)]
    [InlineData("hello", false)]
    public async Task Reply_WordsThatAskForIt_AreAnswered(string words, bool isAnswered)
    {
        await OrderAsync(Pablo, ("apple", 1, 3m));
        InboundMessage message = new() { Kind = InboundMessageKind.Text, Text = words };
        ReplyContext context = new(message, Pablo);

        bool answered = ReorderReplies.MayBe(message) && await Replies().ReplyAsync(context, Stop);

        Assert.Equal(isAnswered, answered);
        Assert.Equal(isAnswered ? 1 : 0, context.Sent.Count);
    }

    [Fact]
    public async Task Press_ButtonOfWhoOrderedNothing_IsAnsweredInWords()
    {
        InboundMessage message = new() { Kind = InboundMessageKind.Button, ButtonId = StorefrontReorder.ButtonOf(ReorderKind.Usual) };
        ReplyContext context = new(message, Pablo);

        Assert.True(ReorderReplies.IsButton(message));
        Assert.True(await Replies().PressAsync(context, Stop));

        Assert.Contains("not ordered anything", Assert.IsType<TextMessage>(Assert.Single(context.Sent)).Body, StringComparison.Ordinal);
    }

    private static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static ProductPrice Price(string id, decimal amount) => new() { RetailerId = id, Name = id, Price = new Money(amount, "USD") };

    private static CatalogProduct Product(string id) => new()
    {
        ShopId = "shop",
        RetailerId = id,
        OwnId = id,
        Name = id,
        Price = new Money(1m, "USD"),
        ReadAt = Now,
    };

    private StorefrontReorder Room(bool withCatalog = false) => new(
        _shop.Services,
        new ReorderCatalog(_shop.Services, _prices, withCatalog ? _catalog : null),
        new OrderedTogether(_shop.Services),
        Messages(),
        new CustomerKnowledge(_shop.Services, facts: null),
        _client);

    private ReorderMessages Messages() => new(_ => Task.FromResult<CatalogId>("146265584024623"), _texts);

    private ReorderReplies Replies() => new(Room(), Messages(), _texts);

    private Task<bool> CatalogAsync(params IReadOnlyList<CatalogProduct> products) =>
        _catalog.WriteAsync(new CatalogStep { ShopId = "shop", Products = products }, Stop);

    private Task<bool> OrderAsync(CustomerKey customer, params (string Product, int Quantity, decimal Price)[] lines) =>
        OrderAsync(customer, OrderState.Placed, lines);

    private Task<bool> OrderAsync(CustomerKey customer, OrderState state, params (string Product, int Quantity, decimal Price)[] lines)
    {
        Money zero = new(0, "USD");
        string id = $"o{++_orders}";
        Order order = new()
        {
            ShopId = "shop",
            Id = id,
            Number = id,
            CartId = id,
            Customer = customer,
            State = state,
            Quote = new Quote
            {
                Currency = "USD",
                Lines =
                [
                    .. lines.Select(line => new QuoteLine
                    {
                        RetailerId = line.Product,
                        Name = line.Product,
                        Quantity = line.Quantity,
                        UnitPrice = new Money(line.Price, "USD"),
                    }),
                ],
                Discount = zero,
                Shipping = zero,
                Tax = zero,
                PricesIncludeTax = true,
                ValidUntil = Now,
            },
            Paid = zero,
            Refunded = zero,
            RefundsReserved = zero,
            CreatedAt = Now.AddMinutes(_orders),
        };
        return _shop.Store.CommitAsync(new StorefrontStep { ShopId = "shop", Orders = [order] }, Stop);
    }
}
