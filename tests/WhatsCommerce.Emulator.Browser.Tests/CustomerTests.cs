using Microsoft.Playwright;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Several customers, several devices, several browsers.</summary>
public sealed class CustomerTests(Chromium chromium) : PageTest(chromium)
{
    [Fact(Timeout = Longest)]
    public async Task SecondDevice_ShowsTheSameMessagesWithACartOfItsOwn()
    {
        await App.Client.Messages.SendAsync(PabloNumber, Message.Product(Cloud.Catalog.Id, "teapot").Build(), cancellationToken: Stop);
        await Button(Bubble("interactive.product"), "View").ClickAsync();
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Button(Sheet("product"), "Back").ClickAsync();
        await Expect(Button(Phone, "Cart, 1 item")).ToBeVisibleAsync();

        await Button(Page.Locator("customer-card"), "Add a second device").ClickAsync();
        await Expect(Phone.Locator(".phone-device")).ToHaveTextAsync("Tablet");
        await Expect(Button(Phone, "Cart, 0 items")).ToBeVisibleAsync();
        await Expect(Bubble("interactive.product")).ToContainTextAsync("Enamel teapot");
        await WriteAsync("From my tablet");
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("From my tablet");

        await Page.Locator("customer-card .segments button").First.ClickAsync();
        await Expect(Button(Phone, "Cart, 1 item")).ToBeVisibleAsync();
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("From my tablet");
        Assert.Equal([1, 0], Pablo.Devices.Select(device => device.Cart.Lines.Count));
    }

    [Fact(Timeout = Longest)]
    public async Task Forward_AProductMessage_IsOpenedByTheOtherCustomer()
    {
        Cloud.Customer("+447700900123", "Ines Duarte");
        await App.Client.Messages.SendAsync(
            PabloNumber, Message.Product(Cloud.Catalog.Id, "teapot").Body("Look").Build(), cancellationToken: Stop);
        await CustomerRow("Pablo").ClickAsync();
        await Bubble("interactive.product").HoverAsync();
        await Bubble("interactive.product").Locator(".message-menu").ClickAsync();
        await Button(Sheet("message-menu"), "Forward").ClickAsync();
        await Sheet("forward").GetByText("Ines Duarte").ClickAsync();
        await Expect(Phone.GetByRole(AriaRole.Status).Filter(new() { HasText = "Forwarded to Ines Duarte" })).ToBeVisibleAsync();

        await CustomerRow("Ines").ClickAsync();
        await Expect(Bubble("interactive.product")).ToContainTextAsync("Forwarded by Pablo Morales");
        await Button(Bubble("interactive.product"), "View").ClickAsync();
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Button(Sheet("product"), "Cart, 1 item").ClickAsync();
        await Button(Sheet("cart"), "Send cart").ClickAsync();
        OrderEvent order = await App.HeardAsync<OrderEvent>();
        Assert.Equal(("Ines Duarte", "teapot"), (order.Customer.ProfileName, Assert.Single(order.Items).RetailerId.Value));
    }

    [Fact(Timeout = Longest)]
    public async Task OldApp_GetsANoticeAndTheBusinessAFailedStatus()
    {
        await Button(Page.Locator("#customers"), "New customer").ClickAsync();
        ILocator dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Old Otto");
        await dialog.GetByLabel("Phone number", new() { Exact = true }).FillAsync("+4915112345678");
        await dialog.GetByLabel("WhatsApp app").SelectOptionAsync("Old app (Android)");
        await Button(dialog, "Add the customer").ClickAsync();
        await Expect(Phone.Locator(".phone-app")).ToContainTextAsync("old app");

        ProductMessage message = Message.Product(Cloud.Catalog.Id, "teapot").Build();
        MessageReceipt receipt = await App.Client.Messages.SendAsync("+4915112345678", message, cancellationToken: Stop);

        await Expect(Phone.Locator(".notice-line")).ToContainTextAsync("version");
        await Patiently.Until(
            () => App.Events.OfType<StatusEvent>().Any(status => status.MessageId == receipt.Id && status.Status == MessageStatus.Failed),
            "No failed status came.");
        await Expect(CustomerRow("Old Otto")).ToContainTextAsync("old app");
    }

    [Fact(Timeout = Longest)]
    public async Task TwoBrowsers_FollowEachOther()
    {
        IPage other = await OpenPageAsync(await OpenWindowAsync(WindowOf(390, 844, ColorScheme.Dark)));
        ILocator otherPhone = other.Locator("customer-phone");

        await WriteAsync("Hello from the first");
        await Expect(otherPhone.Locator("article.outgoing")).ToContainTextAsync("Hello from the first");
        await Expect(otherPhone.Locator("article[data-kind='interactive.product_list']")).ToBeVisibleAsync();

        await otherPhone.GetByRole(AriaRole.Button, new() { Name = "View items" }).ClickAsync();
        await otherPhone.GetByRole(AriaRole.Button, new() { Name = "Add Wool socks to cart" }).ClickAsync();
        await Expect(Button(Phone, "Cart, 1 item")).ToBeVisibleAsync();

        await other.Locator(".tab-bar").GetByText("Workbench").ClickAsync();
        await other.GetByRole(AriaRole.Switch, new() { Name = "Catalog visible" }).ClickAsync();
        await Expect(Bubble("interactive.product_list")).ToContainTextAsync("This catalog is no longer available");
    }

    [Fact(Timeout = Longest)]
    public async Task Customer_ByUserIdAlone_IsNeverNamedByAPhoneNumber()
    {
        await Button(Page.Locator("#customers"), "New customer").ClickAsync();
        ILocator dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Hidden Hana");
        await dialog.GetByLabel("Known to the business by").SelectOptionAsync("User id");
        await dialog.GetByLabel("User id", new() { Exact = true }).FillAsync("US.13491208655302741918");
        await Button(dialog, "Add the customer").ClickAsync();
        await Expect(Phone.Locator(".phone-owner")).ToHaveTextAsync("Hidden Hana");
        await WriteAsync("Hi!");

        await Expect(Bubble("interactive.product_list")).ToBeVisibleAsync();
        TextEvent text = await App.HeardAsync<TextEvent>();
        Assert.Equal("US.13491208655302741918", text.Customer.UserId.Value);
        Assert.Null(text.Customer.WaId);
    }
}
