using Microsoft.Playwright;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>What a customer does from the greeting to the confirmation, and what the business hears of it.</summary>
public sealed class PurchaseTests(Chromium chromium) : PageTest(chromium)
{
    [Fact(Timeout = Longest)]
    public async Task Purchase_ByClicks_ReachesTheBusinessAsPutTogether()
    {
        await WriteAsync("Hi!");
        await Expect(Bubble("interactive.product_list")).ToContainTextAsync("Welcome!");
        await Button(Bubble("interactive.product_list"), "View items").ClickAsync();

        await Expect(Sheet("product-list").GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["For the table", "To wear"]);
        await Sheet("product-list").Locator("[data-retailer-id=mug-ocean] .product-open").ClickAsync();
        await Expect(Sheet("product")).ToContainTextAsync("A deep blue glaze");
        await Button(Sheet("product"), "One more of Stoneware mug, ocean").ClickAsync();
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Expect(Button(Sheet("product"), "Cart, 2 items")).ToBeVisibleAsync();
        await Button(Sheet("product"), "Back").ClickAsync();
        await Button(Sheet("product-list"), "Add Wool socks to cart").ClickAsync();

        await Button(Sheet("product-list"), "Cart, 3 items").ClickAsync();
        await Button(Sheet("cart"), "One more of Wool socks").ClickAsync();
        await Expect(Sheet("cart").Locator(".total")).ToContainTextAsync("$68.00");
        await Sheet("cart").GetByLabel("Note").FillAsync("Ring twice, please");
        await Button(Sheet("cart"), "Send cart").ClickAsync();

        await Expect(Bubble("order")).ToContainTextAsync("4 items");
        await Expect(Phone.Locator("dialog")).ToHaveCountAsync(0);
        OrderEvent order = await App.HeardAsync<OrderEvent>();
        Assert.Equal(
            [("mug-ocean", 2, new Money(18m, "USD")), ("socks-wool", 2, new Money(16m, "USD"))],
            order.Items.Select(item => (item.RetailerId.Value!, item.Quantity, item.ItemPrice!.Value)));
        Assert.Equal(("Ring twice, please", Cloud.Catalog.Id, "Pablo Morales"), (order.Text, order.CatalogId, order.Customer.ProfileName));

        await Expect(Bubble("interactive.button")).ToContainTextAsync("2 x mug-ocean");
        await Button(Bubble("interactive.button"), "Confirm").ClickAsync();
        await Expect(Bubble("text")).ToContainTextAsync("Your order is placed.");
        Assert.Equal("Confirm", (await App.HeardAsync<InteractiveReplyEvent>()).Reply.Title);
        await Expect(Bubble("order").Locator(".ticks")).ToBeVisibleAsync();

        await Button(Bubble("order"), "View sent cart").ClickAsync();
        await Expect(Sheet("sent-cart")).ToContainTextAsync("Stoneware mug, ocean");
        await Expect(Sheet("sent-cart").GetByRole(AriaRole.Spinbutton)).ToHaveCountAsync(0);
        await Button(Sheet("sent-cart"), "Close").ClickAsync();
        await Expect(Button(Phone, "Cart, 0 items")).ToBeVisibleAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Question_FromTheProductPage_NamesTheProductAndIsAnswered()
    {
        ProductMessage favourite = Message.Product(Cloud.Catalog.Id, "teapot").Body("Our favourite").Build();
        await App.Client.Messages.SendAsync(PabloNumber, favourite, cancellationToken: Stop);
        await Button(Bubble("interactive.product"), "View").ClickAsync();
        await Button(Sheet("product"), "Message business").ClickAsync();

        await Expect(MessageField).ToBeFocusedAsync();
        await Expect(Phone.Locator(".reply-bar")).ToContainTextAsync("Enamel teapot");
        await WriteAsync("Does it whistle?");

        ProductQuestionEvent question = await App.HeardAsync<ProductQuestionEvent>();
        Assert.Equal(("teapot", "Does it whistle?", Cloud.Catalog.Id), (question.RetailerId.Value, question.Text, question.CatalogId));
        string told = Cloud.Deliveries.First(delivery => delivery.Subject == "message text").Json.GetRawText();
        Assert.Contains("\"referred_product\"", told, StringComparison.Ordinal);
        await Expect(Phone.Locator("article.outgoing .quote")).ToContainTextAsync("Enamel teapot");
        await Expect(Bubble("text")).ToContainTextAsync("Enamel teapot: yes");
        await Expect(Bubble("text").Locator(".quote")).ToContainTextAsync("Does it whistle?");
    }
}
