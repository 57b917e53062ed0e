using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class ButtonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Button_OfSomebodyElse_IsStoppedByItsGuard(bool isGuarded)
    {
        ShopFixture shop = new(isGuarded ? null : Guards.Without(Guard.CustomersMoveTheirOwn));
        Client client = new();
        Texts texts = new(shop.Services.Options);
        CartAnswers answers = new(
            shop.Services,
            shop.Rooms.Carts,
            shop.Rooms.Checkout,
            new SecondCarts(shop.Services, shop.Rooms.Closing, policy: null),
            new OfferMessages(texts),
            texts,
            new CustomerMessages(client, shop.Services),
            identities: null);
        Cart cart = await shop.CartAsync();

        await answers.AnswerAsync(
            new ButtonPressed
            {
                Id = "guessed",
                ShopId = "shop",
                Customer = new CustomerKey("maria"),
                At = shop.Services.Now,
                Button = Buttons.Of(Buttons.Drop, cart.Id),
                To = "+16505551235",
            },
            Stop);

        Assert.Equal(isGuarded, (await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!.IsLive);
        Assert.Equal(isGuarded ? 0 : 1, client.Sent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wcs")]
    [InlineData("wcs:pay")]
    [InlineData("wcs:pay:")]
    [InlineData("wcs:pay:a:b:c")]
    [InlineData("other:pay:a")]
    public void Read_WhatIsNoButtonOfTheStorefront_IsSomebodyElses(string? id) => Assert.Null(Buttons.Read(id));

    [Fact]
    public void Read_ButtonThatWasMade_GivesItsParts() =>
        Assert.Equal(("pay", "c", "on-delivery"), ReadParts(Buttons.Of(Buttons.Pay, "c", "on-delivery")));

    [Fact]
    public void Fill_ValueThatLooksLikeAName_IsNotReadAgain() => Assert.Equal(
        "1 x {{amount}}: 2 USD",
        new TextTemplate("1 x {{product_name}}: {{ amount }}").Fill([("product_name", "{{amount}}"), ("amount", "2 USD")]));

    [Fact]
    public void Summary_ThatDoesNotFit_CountsTheLinesThatAreLeftOut()
    {
        Quote quote = new()
        {
            Currency = "USD",
            Lines =
            [
                .. Enumerable.Range(1, 200).Select(number => new QuoteLine
                {
                    RetailerId = $"sku-{number}",
                    Name = new string('x', 60),
                    UnitPrice = new Money(1m, "USD"),
                    Quantity = 1,
                }),
            ],
            Discount = new Money(0, "USD"),
            Shipping = new Money(0, "USD"),
            Tax = new Money(0, "USD"),
            PricesIncludeTax = true,
            ValidUntil = default,
        };

        string summary = SummaryText.Of(quote, new Texts(new StorefrontOptions()), language: null, room: 1024);

        int shown = summary.Split('\n').Count(line => line.StartsWith("1 x", StringComparison.Ordinal));
        Assert.InRange(summary.Length, 900, 1024);
        Assert.Contains($"... and {200 - shown} more", summary, StringComparison.Ordinal);
        Assert.EndsWith("*Total: 200.00 USD*", summary, StringComparison.Ordinal);
    }

    private static (string, string, string?) ReadParts(string button)
    {
        (string verb, CartId cart, string? argument) = Buttons.Read(button)!.Value;
        return (verb, cart.ToString(), argument);
    }

    private sealed class Client : WhatsCommerceClient
    {
        private readonly Sender _messages = new();

        public int Sent => _messages.Sent;

        public override MessagesClient Messages => _messages;

        private sealed class Sender : MessagesClient
        {
            public int Sent { get; private set; }

            public override Task<MessageReceipt> SendAsync(
                Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
            {
                Sent++;
                return Task.FromResult(new MessageReceipt { Id = "wamid.1" });
            }
        }
    }
}
