using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>Carts that an assistant puts together.</summary>
public sealed class ProposalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Propose_AllInStock_AsksWithPricesAndOrdersNothing()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();

        ShopToolResult result = await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2), ToolCalls.Line("banana-1kg", 1));

        ReplyButtonsMessage asked = Assert.IsType<ReplyButtonsMessage>(Assert.Single(shop.Sent).Message);
        Assert.Equal("2 x Apples, 1 kg: 6.98 USD\n1 x Bananas, 1 kg: 2.29 USD\n\n*Total: 9.27 USD*\n\nIs this right?", asked.Body);
        Assert.Equal(["Confirm", "Change"], asked.Buttons.Select(button => button.Title));
        Assert.Equal("9.27 USD", AssistantFixture.Json(result).GetProperty("total").GetString());
        Assert.DoesNotContain("CartReceived", await shop.Shop.EventsAsync());
        Assert.Empty(shop.Shop.Provider.Calls);
    }

    [Fact]
    public async Task Propose_SoldOut_TellsTheModelAndNotTheCustomer()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        shop.Shop.Prices.Prices[^1] = shop.Shop.Prices.Prices[^1] with { CanBeOrdered = false };

        ShopToolResult result = await ProposeAsync(shop, ToolCalls.Line("banana-1kg", 1));

        Assert.Equal(
            "sold out", AssistantFixture.Json(result).GetProperty("cannot_be_ordered")[0].GetProperty("problem").GetString());
        Assert.Empty(shop.Sent);
        Assert.Empty(await LiveAsync(shop));
    }

    [Fact]
    public async Task Confirm_Pressed_TellsOfTheCartWhichIsOfferedOnce()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2));

        await shop.Answers.PressTitleAsync("Confirm");
        Assert.Contains("CartReceived", await shop.Shop.EventsAsync());
        Assert.Single(shop.Sent);
        await shop.Answers.AnswerCartsAsync();

        Assert.Equal(2, shop.Sent.Count);
        Assert.Contains("https://pay.example/", shop.Answers.LastText, StringComparison.Ordinal);
        Assert.Equal(CartState.Locked, Assert.Single(await LiveAsync(shop)).State);
    }

    [Fact]
    public async Task Confirm_PressedBySomebodyElse_DoesNothing()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2));
        string confirm = MessageChoices.IdOf(shop.Answers.Last, "Confirm")!;

        await shop.Answers.PressAsync(confirm, new CustomerKey("ann"));

        Assert.Single(shop.Sent);
        Assert.True(CartProposals.IsProposal(Assert.Single(await LiveAsync(shop))));
    }

    [Fact]
    public async Task Confirm_AfterThePriceChanged_AsksAboutIt()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2));
        await shop.WithAsync(AssistantFixture.Product("apple-1kg", "Apples, 1 kg", 4m));

        await shop.Answers.PressTitleAsync("Confirm");
        await shop.Answers.AnswerCartsAsync();

        Assert.Contains("3.49 USD, now 4.00 USD", shop.Answers.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_Pressed_AsksWhat()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2));

        await shop.Answers.PressTitleAsync("Change");

        Assert.Equal("What shall we change?", shop.Answers.LastText);
    }

    [Fact]
    public async Task Propose_Again_TakesThePlaceOfTheFirst()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 2));
        string first = MessageChoices.IdOf(shop.Answers.Last, "Confirm")!;
        await ProposeAsync(shop, ToolCalls.Line("banana-1kg", 3));

        await shop.Answers.PressAsync(first);

        Assert.Equal("This cart is no longer there. Please send us a new one.", shop.Answers.LastText);
        Assert.Equal("banana-1kg", Assert.Single(Assert.Single(await LiveAsync(shop)).Lines).RetailerId.Value);
    }

    [Fact]
    public async Task Propose_BesideACartOfTheCustomers_AsksWhatBecomesOfThat()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await shop.Shop.CartAsync();
        await ProposeAsync(shop, ToolCalls.Line("banana-1kg", 1));

        await shop.Answers.PressTitleAsync("Add to the first");
        await shop.Answers.AnswerCartsAsync();

        Assert.Contains("2 x Apples, 1 kg: 6.98 USD\n1 x Bananas, 1 kg: 2.29 USD", shop.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_SentWhileAProposalWaits_IsAnsweredWithoutAQuestion()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("banana-1kg", 1));

        await shop.Answers.SendCartAsync();

        Assert.Contains("https://pay.example/", shop.Answers.LastText, StringComparison.Ordinal);
        Assert.Single(await LiveAsync(shop));
    }

    [Fact]
    public async Task CheckOut_OfAProposal_IsDeclined()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 1));

        ShopToolResult result = await (await shop.ToolsAsync()).CallAsync("start_checkout");

        Assert.Equal(ToolOutcome.Declined, result.Outcome);
        Assert.Empty(shop.Shop.Provider.Calls);
    }

    [Fact]
    public async Task GetCart_OfAProposal_SaysThatItIsOne()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await ProposeAsync(shop, ToolCalls.Line("apple-1kg", 1));

        JsonElement cart = AssistantFixture.Json(await (await shop.ToolsAsync()).CallAsync("get_cart")).GetProperty("cart");

        Assert.StartsWith("proposed", cart.GetProperty("state").GetString(), StringComparison.Ordinal);
        Assert.Equal("3.49 USD", cart.GetProperty("total").GetString());
    }

    private static async Task<ShopToolResult> ProposeAsync(AssistantFixture shop, params Dictionary<string, object?>[] lines) =>
        await (await shop.ToolsAsync()).CallAsync("propose_cart", ("items", lines));

    private static Task<IReadOnlyList<Cart>> LiveAsync(AssistantFixture shop) =>
        shop.Shop.Store.ListLiveCartsAsync("shop", AssistantFixture.Pablo, Stop);
}
