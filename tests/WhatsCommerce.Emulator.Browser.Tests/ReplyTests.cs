using System.Text.Json;
using Microsoft.Playwright;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Each way in which a customer answers, and what the webhook tells of it.</summary>
public sealed class ReplyTests(Chromium chromium) : PageTest(chromium)
{
    protected override Task PrepareAsync()
    {
        App.Greets = false;
        return Task.CompletedTask;
    }

    [Fact(Timeout = Longest)]
    public async Task ListChoice_IsTold()
    {
        string id = await SendAsync("""
            {"type":"interactive",
            "interactive":{"type":"list","body":{"text":"When shall we bring it?"},"action":{"button":"Choose a time","sections":[
              {"title":"Today","rows":[{"id":"today-17","title":"5 pm","description":"By bicycle"},{"id":"today-19","title":"7 pm"}]},
              {"title":"Tomorrow","rows":[{"id":"tomorrow-9","title":"9 am"}]}]}}}
            """);
        await Button(Bubble("interactive.list"), "Choose a time").ClickAsync();
        await Expect(Button(Sheet("list"), "Send")).ToBeDisabledAsync();
        await Sheet("list").GetByText("7 pm").ClickAsync();
        await Button(Sheet("list"), "Send").ClickAsync();

        InteractiveReplyEvent reply = await App.HeardAsync<InteractiveReplyEvent>();
        Assert.Equal(
            (ReplyKind.ListRow, "today-19", "7 pm", id), (reply.Reply.Kind, reply.Reply.Id, reply.Reply.Title, reply.RepliesTo.Value));
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("7 pm");
        await Expect(Phone.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task ReactionAndQuotedReply_NameTheMessage()
    {
        string id = await SendAsync("""{"type":"text","text":{"body":"It is on its *way*, see https://shop.example/track"}}""");
        await Expect(Bubble("text").Locator("strong")).ToHaveTextAsync("way");
        await Expect(Bubble("text").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://shop.example/track");
        await Bubble("text").HoverAsync();
        await Bubble("text").Locator(".message-menu").ClickAsync();
        await Button(Sheet("message-menu"), "React with ❤️").ClickAsync();
        await Expect(Bubble("text").Locator(".reaction")).ToHaveTextAsync("❤️");
        ReactionEvent reaction = await App.HeardAsync<ReactionEvent>();
        Assert.Equal((id, "❤️"), (reaction.ReactsTo.Value, reaction.Emoji));

        await Bubble("text").HoverAsync();
        await Bubble("text").Locator(".message-menu").ClickAsync();
        await Button(Sheet("message-menu"), "Reply").ClickAsync();
        await WriteAsync("Wonderful");
        TextEvent text = await App.HeardAsync<TextEvent>();
        Assert.Equal((id, "Wonderful"), (text.RepliesTo.Value, text.Text));
        await Expect(Phone.Locator("article.outgoing .quote")).ToContainTextAsync("It is on its");
    }

    [Fact(Timeout = Longest)]
    public async Task LocationAndPicture_AreTold()
    {
        await Button(Phone, "Share a location").ClickAsync();
        await Sheet("location").GetByLabel("Latitude").FillAsync("48.8584");
        await Sheet("location").GetByLabel("Longitude").FillAsync("2.2945");
        await Sheet("location").GetByLabel("Name").FillAsync("Eiffel Tower");
        await Button(Sheet("location"), "Send location").ClickAsync();
        LocationEvent location = await App.HeardAsync<LocationEvent>();
        Assert.Equal((48.8584, 2.2945, "Eiffel Tower"), (location.Latitude, location.Longitude, location.Name));
        await Expect(Bubble("location")).ToContainTextAsync("Eiffel Tower");

        await Phone.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "crack.png",
            MimeType = "image/png",
            Buffer = Pixel
        });
        await Sheet("picture").GetByLabel("Caption").FillAsync("It has a crack");
        await Button(Sheet("picture"), "Send picture").ClickAsync();
        ImageEvent image = await App.HeardAsync<ImageEvent>();
        Assert.Equal(("image/png", "It has a crack"), (image.MimeType, image.Caption));
        Assert.Equal(Pixel, Cloud.FindMedia(image.MediaId)!.Content.ToArray());
        await Expect(Bubble("image")).ToContainTextAsync("It has a crack");
        await Expect(Bubble("image").GetByRole(AriaRole.Img, new() { Name = "It has a crack" })).ToBeVisibleAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task FlowForm_IsTold()
    {
        string id = await SendAsync("""
            {"type":"interactive","interactive":{"type":"flow","body":{"text":"Tell us your size"},"action":{"name":"flow","parameters":{
              "flow_message_version":"3","flow_id":"1","flow_token":"token-1","flow_cta":"Open the form","flow_action":"navigate",
              "flow_action_payload":{"screen":"SIZE","data":{"size":"M"}}}}}}
            """);
        await Button(Bubble("interactive.flow"), "Open the form").ClickAsync();
        ILocator sheet = Phone.Locator("dialog");
        await sheet.GetByLabel("size").FillAsync("L");
        await Button(sheet, "Send form").ClickAsync();

        InteractiveReplyEvent reply = await App.HeardAsync<InteractiveReplyEvent>();
        Assert.Equal((ReplyKind.Form, id), (reply.Reply.Kind, reply.RepliesTo.Value));
        Assert.True(reply.Reply.Form!.TryGetData(out JsonElement? data));
        Assert.Equal(("L", "token-1"), (data.Value.GetProperty("size").GetString(), data.Value.GetProperty("flow_token").GetString()));
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("Form sent");
    }

    [Fact(Timeout = Longest)]
    public async Task Template_IsFilledInAndItsQuickReplyIsTold()
    {
        Cloud.Templates.Add("""
            {"name":"order_ready","language":"en_US","category":"UTILITY","components":[
              {"type":"HEADER","format":"TEXT","text":"Your order"},
              {"type":"BODY","text":"Hello {{1}}, it is ready.","example":{"body_text":[["Pablo"]]}},
              {"type":"FOOTER","text":"Clay & Co"},
              {"type":"BUTTONS","buttons":[
                {"type":"QUICK_REPLY","text":"I come today"},
                {"type":"URL","text":"Track it","url":"https://shop.example/track/{{1}}","example":["https://shop.example/track/1"]}]}]}
            """);
        string id = await SendAsync("""
            {"type":"template","template":{"name":"order_ready","language":{"code":"en_US"},"components":[
              {"type":"body","parameters":[{"type":"text","text":"Pablo"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"today"}]},
              {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"42"}]}]}}
            """);
        await Expect(Bubble("template")).ToContainTextAsync("Hello Pablo, it is ready.");
        await Expect(Bubble("template")).ToContainTextAsync("Your order");
        await Expect(Bubble("template").GetByRole(AriaRole.Link, new() { Name = "Track it" })).ToHaveAttributeAsync(
            "href", "https://shop.example/track/42");
        await Button(Bubble("template"), "I come today").ClickAsync();

        InteractiveReplyEvent reply = await App.HeardAsync<InteractiveReplyEvent>();
        Assert.Equal(
            (ReplyKind.TemplateButton, "today", "I come today", id),
            (reply.Reply.Kind, reply.Reply.Id, reply.Reply.Title, reply.RepliesTo.Value));
    }

    [Fact(Timeout = Longest)]
    public async Task Catalog_IsSearchedAndAVariantOrdered()
    {
        await App.Client.Messages.SendAsync(
            PabloNumber, Message.Catalog().Body("All we have").Thumbnail("lamp").Build(), cancellationToken: Stop);
        await Expect(Bubble("interactive.catalog_message").Locator("img"))
            .ToHaveAttributeAsync("src", new Uri(Cloud.BaseAddress, "pictures/lamp.svg").ToString());
        await Button(Bubble("interactive.catalog_message"), "View catalog").ClickAsync();
        await Expect(Sheet("catalog").Locator(".product-row")).ToHaveCountAsync(10);
        await Sheet("catalog").GetByLabel("Search the catalog").FillAsync("shirt");
        await Expect(Sheet("catalog").Locator(".product-row")).ToHaveCountAsync(1);
        await Sheet("catalog").GetByLabel("Search the catalog").FillAsync("spaceship");
        await Expect(Sheet("catalog")).ToContainTextAsync("Nothing is called “spaceship”.");
        await Sheet("catalog").GetByLabel("Search the catalog").FillAsync("t-shirt");
        await Sheet("catalog").Locator(".product-open").ClickAsync();

        await Expect(Sheet("product").GetByRole(AriaRole.Radio)).ToHaveCountAsync(5);
        await Sheet("product").GetByText("Navy, L").ClickAsync();
        await Expect(Sheet("product")).ToContainTextAsync("Unavailable: out of stock");
        await Expect(Button(Sheet("product"), "Add to cart")).ToHaveCountAsync(0);
        await Sheet("product").GetByText("Sand, M").ClickAsync();
        await Expect(Sheet("product").Locator(".page-title")).ToHaveTextAsync("T-shirt, sand, M");
        await Sheet("product").GetByRole(AriaRole.Spinbutton).FillAsync("120");
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Button(Sheet("product"), "Cart, 99 items").ClickAsync();
        await Button(Sheet("cart"), "Send cart").ClickAsync();

        OrderItem item = Assert.Single((await App.HeardAsync<OrderEvent>()).Items);
        Assert.Equal(("shirt-sand-m", 99), (item.RetailerId.Value, item.Quantity));
    }
}
