using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What a customer does and sees beyond text and carts.</summary>
public sealed class ChatTests
{
    private const string Pablo = "+16505551234";

    private const string Buttons = """
        {"type":"button","body":{"text":"When?"},"action":{"buttons":[{"type":"reply","reply":{"id":"am","title":"Morning"}},
        {"type":"reply","reply":{"id":"pm","title":"Evening"}}]}}
        """;

    private const string List = """
        {"type":"list","body":{"text":"How?"},
        "action":{"button":"Choose","sections":[{"title":"Mail","rows":[{"id":"fast","title":"Express","description":"Tomorrow"}]}]}}
        """;

    [Fact]
    public async Task Press_ReplyButton_IsToldWithIdTitleAndContext()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Interactive(Buttons))).Id;

        await stage.Cloud.Customer(Pablo).PressAsync(id, "pm", Stage.Token);

        JsonElement message = LastMessage(stage);
        Assert.Equal(id, message.GetProperty("context").GetProperty("id").GetString());
        Assert.Equal(
            """{"type":"button_reply","button_reply":{"id":"pm","title":"Evening"}}""", message.GetProperty("interactive").GetRawText());
    }

    [Fact]
    public async Task Press_NoSuchButton_ThrowsAndNamesThoseThatAre()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Interactive(Buttons))).Id;

        ArgumentException exception =
            await Assert.ThrowsAsync<ArgumentException>(() => stage.Cloud.Customer(Pablo).PressAsync(id, "noon", Stage.Token));

        Assert.Contains("am, pm", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_QuickReplyOfATemplate_IsToldAsButtonWithPayloadAndText()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Templates.Add("""
            {"name":"ready","language":"en_US","category":"UTILITY",
            "components":[{"type":"BODY","text":"Ready!"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"}]}]}
            """);
        string id = (await stage.PostAsync("""
            {"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"ready","language":{"code":"en_US"},
            "components":[{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"thanks-42"}]}]}}
            """)).Id;

        await stage.Cloud.Customer(Pablo).PressAsync(id, "thanks-42", Stage.Token);

        Assert.Equal("""{"payload":"thanks-42","text":"Thanks"}""", LastMessage(stage).GetProperty("button").GetRawText());
    }

    [Fact]
    public async Task Choose_Row_IsToldWithItsDescription()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Interactive(List))).Id;

        await stage.Cloud.Customer(Pablo).ChooseAsync(id, "fast", Stage.Token);

        Assert.Equal(
            """{"type":"list_reply","list_reply":{"id":"fast","title":"Express","description":"Tomorrow"}}""",
            LastMessage(stage).GetProperty("interactive").GetRawText());
    }

    [Fact]
    public async Task React_AndTakeBack_IsToldWithAndWithoutEmoji()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostTextAsync()).Id;
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);

        await pablo.ReactAsync(id, "👍", Stage.Token);
        JsonElement with = LastMessage(stage).GetProperty("reaction");
        await pablo.ReactAsync(id, null, Stage.Token);
        JsonElement without = LastMessage(stage).GetProperty("reaction");

        Assert.Equal("👍", with.GetProperty("emoji").GetString());
        Assert.Equal(id, without.GetProperty("message_id").GetString());
        Assert.False(without.TryGetProperty("emoji", out _));
    }

    [Fact]
    public async Task ShareLocation_IsToldInDegrees()
    {
        await using Stage stage = await Stage.StartShopAsync();

        await stage.Cloud.Customer(Pablo).ShareLocationAsync(52.5163m, 13.3777m, "Gate", "Pariser Platz", cancellationToken: Stage.Token);

        Assert.Equal(
            """{"address":"Pariser Platz","latitude":52.5163,"longitude":13.3777,"name":"Gate"}""",
            LastMessage(stage).GetProperty("location").GetRawText());
    }

    [Fact]
    public async Task SubmitForm_Flow_IsToldAsJsonInText()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Interactive("""
            {"type":"flow","body":{"text":"Book"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1",
            "flow_cta":"Book","flow_action":"navigate","flow_action_payload":{"screen":"A"}}}}
            """))).Id;

        await stage.Cloud.Customer(Pablo).SubmitFormAsync(id, JsonElement.Parse("""{"day":"Monday"}"""u8), Stage.Token);

        JsonElement reply = LastMessage(stage).GetProperty("interactive").GetProperty("nfm_reply");
        Assert.Equal("flow", reply.GetProperty("name").GetString());
        Assert.Equal("""{"day":"Monday"}""", reply.GetProperty("response_json").GetString());
    }

    [Fact]
    public async Task ShareContact_TellsTheCustomersOwnNumber()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Interactive("""
            {"type":"request_contact_info","body":{"text":"May we call?"},"action":{"name":"request_contact_info"}}
            """))).Id;

        await stage.Cloud.Customer(Pablo, name: "Pablo Morales").ShareContactAsync(id, Stage.Token);

        JsonElement contact = LastMessage(stage).GetProperty("contacts")[0];
        Assert.Equal("Pablo Morales", contact.GetProperty("name").GetProperty("formatted_name").GetString());
        Assert.Equal("16505551234", contact.GetProperty("phones")[0].GetProperty("wa_id").GetString());
    }

    [Fact]
    public async Task Forward_ProductMessage_ReachesTheOtherCustomer_AndTheBusinessHearsNothing()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostAsync(Wire.Product("apple-1kg"))).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        int told = stage.Callback.Posts.Count;
        EmulatedCustomer ana = stage.Cloud.Customer("+5511999998888", name: "Ana");

        stage.Cloud.Customer(Pablo).Forward(id, ana);

        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        Assert.Equal(told, stage.Callback.Posts.Count);
        ForwardedMessage forwarded = Assert.IsType<ForwardedMessage>(Assert.Single(ana.Chat));
        Assert.Equal("apple-1kg", Assert.Single(forwarded.Products));
        Assert.Equal("Apples, 1 kg", ana.Devices[0].Open("apple-1kg").Item.Title);
    }

    [Fact]
    public async Task Forward_Text_Throws()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string id = (await stage.PostTextAsync()).Id;

        Assert.Throws<ArgumentException>(() => stage.Cloud.Customer(Pablo).Forward(id, stage.Cloud.Customer("+5511999998888")));
    }

    [Theory]
    [InlineData("2.21.9.14", false, false)]
    [InlineData("2.21.9.15", false, true)]
    [InlineData("2.21.18", true, false)]
    [InlineData("2.21.19", true, true)]
    public async Task OldApp_CannotReceiveProducts_TheCustomerIsToldAndTheBusinessToo(string version, bool isSingle, bool reaches)
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        pablo.App = CustomerApp.Android(version);

        Answer answer = await stage.PostAsync(isSingle ? Wire.Product("apple-1kg") : Wire.ProductList("apple-1kg"));

        answer.AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        JsonElement status = stage.Callback.Posts[^1].Value.GetProperty("statuses")[0];
        Assert.Equal(reaches ? "read" : "failed", status.GetProperty("status").GetString());
        Assert.Equal(
            !reaches, status.TryGetProperty("errors", out JsonElement errors) && errors[0].GetProperty("code").GetInt32() == 131026);
        Assert.Equal(!reaches, pablo.Chat[^1] is ChatNotice);
    }

    [Fact]
    public async Task MarkAsRead_MarksTheMessageAndAllBefore_AndShowsTyping()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        await pablo.SendTextAsync("One", Stage.Token);
        MessageId two = await pablo.SendTextAsync("Two", Stage.Token);
        await pablo.SendTextAsync("Three", Stage.Token);

        await stage.PostAsync(
            $$$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{{two}}}","typing_indicator":{"type":"text"}}""");

        Assert.Equal([true, true, false], pablo.Chat.Select(entry => entry.IsRead));
        Assert.True(pablo.IsBusinessTyping);
    }

    [Fact]
    public async Task HiddenNumber_WebhooksNameTheUserIdAlone_AndItCanBeAnswered()
    {
        await using Stage stage = await Stage.StartShopAsync(new() { CustomersHidePhoneNumbers = true });
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);

        await pablo.SendTextAsync("Hi", Stage.Token);

        JsonElement value = stage.Callback.Posts.Single().Value;
        Assert.False(value.GetProperty("messages")[0].TryGetProperty("from", out _));
        Assert.False(value.GetProperty("contacts")[0].TryGetProperty("wa_id", out _));
        string userId = value.GetProperty("messages")[0].GetProperty("from_user_id").GetString()!;
        (await stage.PostAsync(
            $$$"""{"messaging_product":"whatsapp","recipient":"{{{userId}}}","type":"text","text":{"body":"Hello"}}""")).AssertAccepted();
        Assert.Equal("Hello", pablo.Received.Single().Text);
    }

    [Fact]
    public async Task BlockedCustomer_Writes_AndTheBusinessHearsNothing()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        (await stage.PostJsonAsync(
            $"{stage.Cloud.Options.PhoneNumberId}/block_users",
            """{"messaging_product":"whatsapp","block_users":[{"user":"+16505551234"}]}""")).AssertAccepted();

        await pablo.SendTextAsync("Hello?", Stage.Token);

        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        Assert.Empty(stage.Callback.Posts);
        Assert.Equal(["sent"], Assert.Single(pablo.Chat).Statuses);
    }

    [Fact]
    public async Task Open_ProductThatChanged_TellsWhat()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedDevice phone = stage.Cloud.Customer(Pablo).Devices[0];
        Assert.Empty(phone.Open("apple-1kg").Changes);
        stage.Cloud.Catalog.Update(
            "apple-1kg",
            apple => apple with { Price = new Money(4m, "USD"), Title = "Red apples", Availability = ItemAvailability.OutOfStock });

        OpenedProduct again = phone.Open("apple-1kg");

        Assert.Equal(
            [
                "The price of Red apples has changed from $3.49 to $4.00.",
                "Apples, 1 kg is now called Red apples.",
                "Red apples is out of stock now."],
            again.Changes);
    }

    [Fact]
    public async Task ChatSince_GivesWhatChanged_AndNothingTwice()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        pablo.ReadsAutomatically = false;
        await stage.PostTextAsync(text: "One");
        await stage.PostTextAsync(text: "Two");
        (IReadOnlyList<ChatEntry> first, long revision) = pablo.ChatSince(0);
        Assert.Equal(2, first.Count);
        Assert.Empty(pablo.ChatSince(revision).Entries);

        await pablo.ReadAsync(Stage.Token);

        Assert.Equal(2, pablo.ChatSince(revision).Entries.Count);
    }

    [Fact]
    public async Task WhenChanged_EndsWithTheNextChange()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatorRevisions seen = stage.Cloud.Revisions;
        Task<EmulatorRevisions> changed = stage.Cloud.WhenChangedAsync(seen, Stage.Token);
        Assert.False(changed.IsCompleted);

        stage.Cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(1m, "USD") });

        Assert.True((await changed).Catalog > seen.Catalog);
    }

    [Fact]
    public async Task WhenChanged_BatchWhoseTimeHasCome_IsTold_ThoughNobodyLooks()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatorRevisions seen = stage.Cloud.Revisions;
        (await stage.PostJsonAsync("194836987003835/items_batch", """
            {"item_type":"PRODUCT_ITEM","requests":[{"method":"UPDATE","data":{"id":"apple-1kg","price":"2.99 USD"}}]}
            """)).AssertAccepted();

        EmulatorRevisions now = seen;
        while (now.Catalog == seen.Catalog)
        {
            now = await Patiently.Wait(stage.Cloud.WhenChangedAsync(now, Stage.Token));
        }

        Assert.Equal(2.99m, stage.Cloud.Catalog.Find("apple-1kg")!.Price.Amount);
    }

    private static JsonElement LastMessage(Stage stage) =>
        stage.Callback.Posts.Select(post => post.Value).Last(value => value.TryGetProperty("messages", out _)).GetProperty("messages")[0];
}
