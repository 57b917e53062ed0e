using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

public sealed class ShopToolsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Functions_OfAShopWithEverything_AreTheEight()
    {
        ShopTools tools = await new AssistantFixture().ToolsAsync();

        Assert.Equal(
            [
                "search_products", "get_product", "show_products", "get_cart", "propose_cart", "start_checkout", "order_status",
                "hand_to_human",
            ],
            tools.Functions.Select(function => function.Name));
    }

    [Fact]
    public async Task Functions_NameNobodyAndNoPrice()
    {
        ShopTools tools = await new AssistantFixture().ToolsAsync();

        Assert.All(tools.Functions, function => Assert.DoesNotMatch(
            "(?i)customer_|shop_id|phone|recipient|\"to\"|price\"|amount|currency|provider", function.JsonSchema.GetRawText()));
    }

    [Fact]
    public async Task Search_Found_TellsPricesByCodeAndMarksNames()
    {
        ShopTools tools = await (await new AssistantFixture().WithFruitAsync()).ToolsAsync();

        JsonElement product = AssistantFixture.Json(await tools.CallAsync("search_products", ("query", "appels")))
            .GetProperty("products")[0];

        Assert.Equal(
            ("apple-1kg", "Apples, 1 kg", "3.49 USD"),
            (product.GetProperty("product_id").GetString(),
                product.GetProperty("untrusted_name").GetString(),
                product.GetProperty("price").GetString()));
    }

    [Fact]
    public async Task Search_Shows_Nothing()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await (await shop.ToolsAsync()).CallAsync("search_products", ("query", "apples"));

        Assert.Empty(shop.Sent);
    }

    [Fact]
    public async Task Product_WithHiddenSignsInItsTexts_IsToldWithoutThem()
    {
        AssistantFixture shop = await new AssistantFixture().WithAsync(AssistantFixture.Product(
            "kite", "Ki\u200Bte\u202E \U000E0049\U000E0047", 9m, "line\u0000 one\n\nline two " + new string('x', 2_000)));

        JsonElement product = AssistantFixture.Json(await (await shop.ToolsAsync()).CallAsync("get_product", ("product_id", "kite")))
            .GetProperty("product");

        Assert.Equal("Kite", product.GetProperty("untrusted_name").GetString());
        Assert.StartsWith("line one line two x", product.GetProperty("untrusted_description").GetString(), StringComparison.Ordinal);
        Assert.Equal(1_001, product.GetProperty("untrusted_description").GetString()!.Length);
    }

    [Fact]
    public async Task Product_OfTheSearchSwitchedOff_IsNotTold()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await shop.AssistantShop.Catalog!.SetSearchableAsync("shop", "apple-1kg", false, Stop);
        ShopTools tools = await shop.ToolsAsync();

        Assert.Equal(ToolOutcome.Declined, (await tools.CallAsync("get_product", ("product_id", "apple-1kg"))).Outcome);
        ShopToolResult found = await tools.CallAsync("search_products", ("query", "apples"));
        Assert.Equal(0, AssistantFixture.Json(found).GetProperty("products").GetArrayLength());
    }

    [Fact]
    public async Task Show_Several_SendsOneListToTheBoundCustomer()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();

        ShopToolResult result = await (await shop.ToolsAsync())
            .CallAsync("show_products", ("product_ids", new[] { "banana-1kg", "apple-1kg", "no-such-thing", "apple-1kg" }));

        (Recipient to, OutboundMessage message, _) = Assert.Single(shop.Sent);
        Assert.Equal(AssistantFixture.PablosNumber, to);
        Assert.IsType<ProductListMessage>(message);
        Assert.Equal(2, AssistantFixture.Json(result).GetProperty("shown").GetArrayLength());
        Assert.Equal("no-such-thing", AssistantFixture.Json(result).GetProperty("not_available")[0].GetString());
    }

    [Fact]
    public async Task Show_WhileAPersonHasTheConversation_SendsNothing()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        ShopTools tools = await shop.ToolsAsync();
        shop.Take(AssistantFixture.Pablo);

        ShopToolResult result = await tools.CallAsync("show_products", ("product_ids", new[] { "apple-1kg" }));

        Assert.Equal(ToolOutcome.HandedOver, result.Outcome);
        Assert.True(tools.IsHandedOver);
        Assert.Empty(shop.Sent);
    }

    [Fact]
    public async Task CheckOut_OfACart_SendsTheLinkAndTellsTheModelNone()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        await shop.Shop.CartAsync();

        ShopToolResult result = await (await shop.ToolsAsync()).CallAsync("start_checkout");

        Assert.Equal(ToolOutcome.Done, result.Outcome);
        Assert.Contains("https://pay.example/", Assert.Single(shop.Texts), StringComparison.Ordinal);
        Assert.DoesNotContain("pay.example", result.Json, StringComparison.Ordinal);
        Assert.Equal("6.98 USD", AssistantFixture.Json(result).GetProperty("total").GetString());
    }

    [Fact]
    public async Task CheckOut_WithoutACart_IsDeclined() => Assert.Equal(
        ToolOutcome.Declined, (await (await new AssistantFixture().ToolsAsync()).CallAsync("start_checkout")).Outcome);

    [Fact]
    public async Task OrderStatus_OfSomebodyElse_IsThatOfNoOrder()
    {
        AssistantFixture shop = new();
        OfferResult foreign = await shop.Shop.Rooms.Checkout.OfferAsync(
            (await shop.Shop.Rooms.Carts.CreateAsync(
                new CustomerKey("ann"), "+16505559999", [new CartLine { RetailerId = "apple-1kg", Quantity = 1 }], Stop)).Id,
            cancellationToken: Stop);
        ShopTools tools = await shop.ToolsAsync();

        ShopToolResult hers = await tools.CallAsync("order_status", ("order_number", foreign.Order!.Number));
        ShopToolResult nobodys = await tools.CallAsync("order_status", ("order_number", "ZZZZZZZ"));

        Assert.Equal(nobodys, hers);
        Assert.Equal(ToolOutcome.Declined, hers.Outcome);
    }

    [Fact]
    public async Task OrderStatus_OfOnesOwn_TellsIt()
    {
        AssistantFixture shop = new();
        OfferResult offer = await shop.Shop.OfferAsync();
        shop.Shop.Provider.Says = ScriptedProvider.Paid;
        await shop.Shop.Rooms.Checkout.SettleAsync(offer.Attempt!.Id, Stop);

        JsonElement order = AssistantFixture.Json(await (await shop.ToolsAsync()).CallAsync("order_status")).GetProperty("orders")[0];

        Assert.Equal(
            (offer.Order!.Number, "placed", "paid", "6.98 USD"),
            (order.GetProperty("order_number").GetString(),
                order.GetProperty("state").GetString(),
                order.GetProperty("payment").GetString(),
                order.GetProperty("total").GetString()));
    }

    [Fact]
    public async Task HandToHuman_Once_TellsTheCustomerAndEndsTheTurn()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        ShopTools tools = await shop.ToolsAsync();

        await tools.CallAsync("hand_to_human", ("reason", "wants a discount"));
        ShopToolResult after = await tools.CallAsync("show_products", ("product_ids", new[] { "apple-1kg" }));

        Assert.Equal("A person will answer you here as soon as possible.", Assert.Single(shop.Texts));
        Assert.Equal(ToolOutcome.HandedOver, after.Outcome);
        HumanRequested requested = Assert.Single((await shop.Shop.Store.ListOutboxAsync("shop", OutboxState.Waiting, 100, Stop))
            .Select(row => row.Event).OfType<HumanRequested>());
        Assert.Equal((HumanRequestCause.Assistant, "wants a discount"), (requested.Cause, requested.Reason));
    }

    [Fact]
    public async Task Call_Any_IsAnEvent()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        ShopTools tools = await shop.ToolsAsync();

        await tools.CallAsync("search_products", ("query", "apples"));
        await tools.CallAsync("refund_order", ("order_number", "K7M2P9Q"));
        await tools.CallAsync("get_cart", ("customer_id", "ann"));

        Assert.Equal(
            [("search_products", ToolOutcome.Done, 1), ("(unknown)", ToolOutcome.Invalid, 2), ("get_cart", ToolOutcome.Invalid, 3)],
            (await shop.CallsAsync()).Select(call => (call.Tool, call.Outcome, call.Ordinal)));
        Assert.DoesNotContain("apples", (await shop.CallsAsync())[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_FailingSeam_IsToldWithoutItsReason()
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();
        shop.Shop.Provider.Says = _ => throw new InvalidOperationException("sk_live_secret");
        await shop.Shop.CartAsync();

        ShopToolResult result = await (await shop.ToolsAsync()).CallAsync("start_checkout");

        Assert.NotEqual(ToolOutcome.Done, result.Outcome);
        Assert.DoesNotContain("sk_live", result.Json, StringComparison.Ordinal);
    }
}
