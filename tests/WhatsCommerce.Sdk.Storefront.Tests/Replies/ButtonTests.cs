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
        AnswersFixture answers = new(shop);
        Cart cart = await shop.CartAsync();

        await answers.PressAsync(Buttons.Of(Buttons.Drop, cart.Id), new CustomerKey("maria"));

        Assert.Equal(isGuarded, (await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!.IsLive);
        Assert.Equal(isGuarded ? 0 : 1, answers.Client.Sent.Count);
    }

    [Fact]
    public async Task Button_OfAnotherRoom_IsLeftToItWhoeverIsAskedFirst()
    {
        bool isAsked = false;
        Responder other = new(ResponderPlace.DefaultReply, _ => true, (_, _, _) => Task.FromResult(isAsked = true));
        AnswersFixture answers = new(new ShopFixture(), others: [other]);

        await answers.PressAsync(CollectionButtons.Of(CollectionButtons.Menu, default, skip: 9));

        Assert.True(isAsked);
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
}
