using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What customers do, and how it arrives at the business: in Meta's shapes.</summary>
public sealed class CustomerTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task HiddenPhoneNumber_IsLeftOutOrEmpty_AsTheOptionsSay(bool isEmpty)
    {
        await using Stage stage =
            await Stage.StartAsync(new() { WriteHiddenPhoneNumbersAsEmpty = isEmpty, CustomersHidePhoneNumbers = true });

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi", Stage.Token);
        (await stage.PostTextAsync()).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        JsonElement message = stage.Callback.Posts[0].Value;
        Assert.Equal(isEmpty, Has(message.GetProperty("messages")[0], "from"));
        Assert.Equal(isEmpty, Has(message.GetProperty("contacts")[0], "wa_id"));
        Assert.All(stage.Statuses, status => Assert.Equal(isEmpty, Has(status, "recipient_id")));

        static bool Has(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.GetString() == "";
    }

    [Fact]
    public async Task SendText_ArrivesInMetasShape()
    {
        await using Stage stage = await Stage.StartAsync(Old());

        MessageId id = await Sheena(stage).SendTextAsync("Does it come in another color?", Stage.Token);

        AssertMessage(
            stage,
            $$"""{ "from": "16505551234", "id": "{{id}}", "timestamp": "1772366400", "type": "text", "text": { "body": "Does it come in """
                + $$"""another color?" } }""");
    }

    [Fact]
    public async Task AskAbout_ArrivesInMetasShape()
    {
        await using Stage stage = await Stage.StartShopAsync(Old());

        MessageId id = await Sheena(stage).AskAboutAsync("apple-1kg", "Is this still available?", Stage.Token);

        AssertMessage(stage, $$"""
            {
              "context": {
                "from": "15550783881",
                "id": "wamid.HBgLMDAwMDAwMDAwMDAVAgARGA9wcm9kdWN0X2lucXVpcnkA",
                "referred_product": { "catalog_id": "194836987003835", "product_retailer_id": "apple-1kg" }
              },
              "from": "16505551234",
              "id": "{{id}}",
              "timestamp": "1772366400",
              "text": { "body": "Is this still available?" },
              "type": "text"
            }
            """);
    }

    [Fact]
    public async Task SendCart_ArrivesInMetasShape()
    {
        await using Stage stage = await Stage.StartShopAsync(Old());

        MessageId id = await Sheena(stage).SendCartAsync([("banana-1kg", 2), "cherry-500g"], "Love these!", Stage.Token);

        AssertMessage(stage, $$"""
            {
              "from": "16505551234",
              "id": "{{id}}",
              "timestamp": "1772366400",
              "type": "order",
              "order": {
                "catalog_id": "194836987003835",
                "text": "Love these!",
                "product_items": [
                  { "product_retailer_id": "banana-1kg", "quantity": 2, "item_price": 30, "currency": "USD" },
                  { "product_retailer_id": "cherry-500g", "quantity": 1, "item_price": 7.9, "currency": "USD" }
                ]
              }
            }
            """);
    }

    [Fact]
    public async Task ReplyTo_QuotesTheMessageOfTheBusiness()
    {
        await using Stage stage = await Stage.StartAsync(Old());
        EmulatedCustomer sheena = Sheena(stage);
        string quoted = (await stage.PostTextAsync()).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        MessageId id = await sheena.ReplyToAsync(quoted, "Yes", Stage.Token);

        AssertMessage(stage, $$"""
            {
              "context": { "from": "15550783881", "id": "{{quoted}}" },
              "from": "16505551234",
              "id": "{{id}}",
              "timestamp": "1772366400",
              "type": "text",
              "text": { "body": "Yes" }
            }
            """);
    }

    [Fact]
    public async Task ReplyTo_MessageTheCustomerNeverGot_IsAnArgumentError()
    {
        await using Stage stage = await Stage.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Sheena(stage).ReplyToAsync("wamid.other", "Yes", Stage.Token));
    }

    [Fact]
    public async Task Received_ReplyOfTheBusiness_NamesTheQuotedMessage()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer sheena = Sheena(stage);
        MessageId question = await sheena.SendTextAsync("Hi!", Stage.Token);

        await stage.PostTextAsync(more: $$""","context":{"message_id":"{{question}}"}""");

        Assert.Equal(question, Assert.Single(sheena.Received).RepliesTo);
    }

    [Fact]
    public async Task SendText_WithUserIds_CarriesThemBesideThePhoneNumber()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer sheena = Sheena(stage);

        await sheena.SendTextAsync("Hi!", Stage.Token);

        JsonElement value = stage.Callback.Posts[0].Value;
        Assert.Matches("^US\\.[0-9]{20}$", sheena.UserId.Value);
        Assert.Equal(sheena.UserId.Value, value.GetProperty("contacts")[0].GetProperty("user_id").GetString());
        Assert.Equal(sheena.UserId.Value, value.GetProperty("messages")[0].GetProperty("from_user_id").GetString());
        Assert.Equal("16505551234", value.GetProperty("messages")[0].GetProperty("from").GetString());
    }

    [Fact]
    public async Task SendText_CustomerWhoHidesThePhoneNumber_IsKnownByTheUserIdOnly()
    {
        await using Stage stage = await Stage.StartAsync(Old());
        EmulatedCustomer hidden = stage.Cloud.Customer("US.13491208655302741918", name: "Sheena Nelson");

        await hidden.SendTextAsync("Hi!", Stage.Token);

        JsonElement value = stage.Callback.Posts[0].Value;
        Assert.False(value.GetProperty("messages")[0].TryGetProperty("from", out _));
        Assert.False(value.GetProperty("contacts")[0].TryGetProperty("wa_id", out _));
        Assert.Equal("US.13491208655302741918", value.GetProperty("messages")[0].GetProperty("from_user_id").GetString());
        Assert.Equal(RecipientKind.User, hidden.Address.Kind);
    }

    [Fact]
    public async Task SendCart_PriceRaisedAfterTheCustomerLooked_ClaimsTheOldPriceOnce()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer sheena = Sheena(stage);

        sheena.LookAt("apple-1kg");
        stage.Cloud.Catalog.Update("apple-1kg", item => item with { Price = new Money(4.99m, "USD") });
        await sheena.SendCartAsync(["apple-1kg"], cancellationToken: Stage.Token);
        await sheena.SendCartAsync(["apple-1kg"], cancellationToken: Stage.Token);

        Assert.Equal(["3.49", "4.99"], stage.Callback.Posts.Select(posted => Line(posted).GetProperty("item_price").GetRawText()));
    }

    [Fact]
    public async Task SendCart_WithAClaimedPrice_ClaimsIt()
    {
        await using Stage stage = await Stage.StartShopAsync();

        await Sheena(stage).SendCartAsync(
            [new CartItem("apple-1kg") { ClaimedPrice = new Money(0.01m, "EUR") }], cancellationToken: Stage.Token);

        Assert.Equal("0.01", Line(stage.Callback.Posts[0]).GetProperty("item_price").GetRawText());
        Assert.Equal("EUR", Line(stage.Callback.Posts[0]).GetProperty("currency").GetString());
    }

    [Fact]
    public async Task SendCart_WithoutANote_HasAnEmptyText()
    {
        await using Stage stage = await Stage.StartShopAsync();

        await Sheena(stage).SendCartAsync(["apple-1kg"], cancellationToken: Stage.Token);

        Assert.Equal("", stage.Callback.Posts[0].Value.GetProperty("messages")[0].GetProperty("order").GetProperty("text").GetString());
    }

    [Fact]
    public async Task SendCart_WhatNoCustomerCanDo_IsAnArgumentErrorThatSaysWhy()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer sheena = Sheena(stage);
        stage.Cloud.Catalog.Update("cherry-500g", item => item with { Availability = ItemAvailability.OutOfStock });

        Assert.Contains("at least one", await Refusal(sheena, []), StringComparison.Ordinal);
        Assert.Contains("twice", await Refusal(sheena, ["apple-1kg", ("apple-1kg", 2)]), StringComparison.Ordinal);
        Assert.Contains("holds no item 'durian'", await Refusal(sheena, ["durian"]), StringComparison.Ordinal);
        Assert.Contains("out of stock", await Refusal(sheena, ["cherry-500g"]), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartItem("apple-1kg", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartItem("apple-1kg", 100));
        Assert.Equal(99, new CartItem("apple-1kg", 99).Quantity);

        static async Task<string> Refusal(EmulatedCustomer customer, CartItem[] items) =>
            (await Assert.ThrowsAsync<ArgumentException>(() => customer.SendCartAsync(items, cancellationToken: Stage.Token))).Message;
    }

    [Fact]
    public async Task NextMessage_SeveralMessages_GivesThemOneByOne()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer sheena = Sheena(stage);
        Task<ReceivedMessage> waiting = sheena.NextMessageAsync(cancellationToken: Stage.Token);

        await stage.PostTextAsync(text: "1");
        await stage.PostTextAsync(text: "2");

        Assert.Equal("1", (await waiting).Text);
        Assert.Equal("2", (await sheena.NextMessageAsync(cancellationToken: Stage.Token)).Text);
    }

    [Fact]
    public async Task NextMessage_NoneComes_SaysWhatWasSeenLast()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        await stage.PostAsync(Wire.Product("durian"));

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(
            () => Sheena(stage).NextMessageAsync(TimeSpan.FromMilliseconds(1), Stage.Token));

        Assert.Contains("Products not found in FB Catalog: durian", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectWebhookAsync", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextMessage_ReaderWhoGaveUp_TakesNoMessageFromTheNext()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer sheena = Sheena(stage);
        await Assert.ThrowsAsync<TimeoutException>(() => sheena.NextMessageAsync(TimeSpan.FromMilliseconds(1), Stage.Token));

        await stage.PostTextAsync(text: "1");

        Assert.Equal("1", (await sheena.NextMessageAsync(cancellationToken: Stage.Token)).Text);
    }

    [Fact]
    public async Task Customer_SameAddressInOtherWords_IsTheSameCustomer()
    {
        await using Stage stage = await Stage.StartAsync();

        EmulatedCustomer sheena = Sheena(stage);

        Assert.Same(sheena, stage.Cloud.Customer("+1 (650) 555-1234"));
        Assert.Same(sheena, stage.Cloud.Customer(PhoneNumber.Parse("16505551234")));
        Assert.Same(sheena, stage.Cloud.Customer(sheena.UserId));
        Assert.Equal("Sheena Nelson", sheena.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pablo")]
    [InlineData("0016505551234")]
    public async Task Customer_NoAddress_IsAnArgumentError(string address)
    {
        await using Stage stage = await Stage.StartAsync();

        Assert.Throws<ArgumentException>(() => stage.Cloud.Customer(address));
    }

    [Fact]
    public async Task ToString_OfWhateverHoldsAPerson_HidesNumberAndText()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer sheena = Sheena(stage);
        await sheena.SendTextAsync("my secret", Stage.Token);
        await stage.PostTextAsync(text: "your secret");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        string[] texts = [
            sheena.ToString(),
            .. sheena.Received.Select(m => m.ToString()),
            .. stage.Cloud.Requests.Select(r => r.ToString()),
            .. stage.Cloud.Deliveries.Select(d => d.ToString())];

        Assert.Equal("Customer ***1234", texts[0]);
        Assert.All(texts, text => Assert.DoesNotContain("6505551234", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("secret", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("Sheena", text, StringComparison.Ordinal));
    }

    // Meta's published examples are older than user ids.
    private static CloudApiEmulatorOptions Old() => new() { IncludeUserIds = false, TimeProvider = new ManualTime() };

    private static EmulatedCustomer Sheena(Stage stage) => stage.Cloud.Customer("+16505551234", name: "Sheena Nelson");

    private static JsonElement Line(Posted posted) =>
        posted.Value.GetProperty("messages")[0].GetProperty("order").GetProperty("product_items")[0];

    private static void AssertMessage(Stage stage, string message)
    {
        Posted posted = stage.Callback.Posts[^1];
        string expected = $$"""
            {
              "object": "whatsapp_business_account",
              "entry": [{
                "id": "102290129340398",
                "changes": [{
                  "value": {
                    "messaging_product": "whatsapp",
                    "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
                    "contacts": [{ "profile": { "name": "Sheena Nelson" }, "wa_id": "16505551234" }],
                    "messages": [{{message}}]
                  },
                  "field": "messages"
                }]
              }]
            }
            """;
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(posted.Body)), posted.Text);
    }
}
