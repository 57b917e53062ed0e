using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What the business hears of a message that it sent.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Statuses_OfAMessage_ComeInOrderAndHaveMetasShape()
    {
        ManualTime time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time });

        string id = (await stage.PostTextAsync("+16505551234")).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(
            ["sent", "delivered", "read"], stage.Callback.Posts.Select(posted => Status(posted).GetProperty("status").GetString()));
        Equal(
            $$"""
            {
              "object": "whatsapp_business_account",
              "entry": [{
                "id": "102290129340398",
                "changes": [{
                  "value": {
                    "messaging_product": "whatsapp",
                    "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
                    "contacts": [{ "profile": { "name": "WhatsApp user" }, "wa_id": "16505551234", "user_id": "{{UserId(stage)}}" }],
                    "statuses": [{
                      "id": "{{id}}",
                      "status": "sent",
                      "timestamp": "1772366400",
                      "recipient_id": "16505551234",
                      "recipient_user_id": "{{UserId(stage)}}",
                      "pricing": { "billable": false, "pricing_model": "PMP", "type": "free_customer_service", "category": "service" }
                    }]
                  },
                  "field": "messages"
                }]
              }]
            }
            """,
            stage.Callback.Posts[0]);
    }

    [Fact]
    public async Task Statuses_WithoutUserIds_HaveNoContacts()
    {
        await using Stage stage = await Stage.StartAsync(new() { IncludeUserIds = false });

        await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.False(stage.Callback.Posts[0].Value.TryGetProperty("contacts", out _));
        Assert.False(Status(stage.Callback.Posts[0]).TryGetProperty("recipient_user_id", out _));
    }

    [Fact]
    public async Task Pricing_ComesWithSentAndDeliveredOnly_AndNeverAConversation()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.PostAsync(
            """{"messaging_product":"whatsapp","to":"16505551234","type":"template","template":{"name":"hello_world","language":"""
                + """{"code":"en_US"}}}""");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal([true, true, false], stage.Callback.Posts.Select(posted => Status(posted).TryGetProperty("pricing", out _)));
        Assert.True(Status(stage.Callback.Posts[0]).GetProperty("pricing").GetProperty("billable").GetBoolean());
        Assert.All(stage.Callback.Posts, posted => Assert.False(Status(posted).TryGetProperty("conversation", out _)));
    }

    [Fact]
    public async Task CallbackData_OfAMessage_ComesBackWithEachStatus()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.PostTextAsync(more: ",\"biz_opaque_callback_data\":\"order=7/ä\"");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(3, stage.Callback.Posts.Count);
        Assert.All(
            stage.Callback.Posts, posted => Assert.Equal("order=7/ä", Status(posted).GetProperty("biz_opaque_callback_data").GetString()));
        Assert.Equal("order=7/ä", stage.Cloud.Customer("+16505551234").Received[0].CallbackData);
    }

    [Fact]
    public async Task Read_CustomerWithTheChatClosed_ComesOnlyWhenTheChatIsOpened()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        pablo.ReadsAutomatically = false;

        await stage.PostTextAsync(text: "1");
        await stage.PostTextAsync(text: "2");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        string[] before = [.. stage.Told];
        await pablo.ReadAsync(Stage.Token);
        await pablo.ReadAsync(Stage.Token);

        Assert.DoesNotContain("status read", before);
        Assert.Equal(2, stage.Told.Count(subject => subject == "status read"));
        Assert.All(pablo.Received, message => Assert.Equal(["sent", "delivered", "read"], message.Statuses));
    }

    [Fact]
    public async Task Statuses_WithoutACallback_ReachTheMessageAllTheSame()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["sent", "delivered", "read"], stage.Cloud.Customer("+16505551234").Received[0].Statuses);
        Assert.Empty(stage.Cloud.Deliveries);
    }

    [Fact]
    public async Task Statuses_OfAMessageToAGroup_NameTheGroup()
    {
        await using Stage stage = await Stage.StartAsync();

        Answer answer = await stage.PostTextAsync("Y2FwaV9ncm91cDox", more: ",\"recipient_type\":\"group\"");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal("Y2FwaV9ncm91cDox", answer.Json.GetProperty("contacts")[0].GetProperty("wa_id").GetString());
        JsonElement status = Status(Assert.Single(stage.Callback.Posts));
        Assert.Equal("group", status.GetProperty("recipient_type").GetString());
        Assert.Equal("Y2FwaV9ncm91cDox", status.GetProperty("recipient_id").GetString());
    }

    [Fact]
    public async Task Statuses_OfAMessageToAUserId_HoldNoPhoneNumber()
    {
        await using Stage stage = await Stage.StartAsync();
        const string userId = "US.13491208655302741918";

        Answer answer = await stage.PostAsync($$"""{"messaging_product":"whatsapp","recipient":"{{userId}}","text":{"body":"Hi"} }""");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(userId, answer.Json.GetProperty("contacts")[0].GetProperty("user_id").GetString());
        Assert.False(answer.Json.GetProperty("contacts")[0].TryGetProperty("wa_id", out _));
        JsonElement status = Status(stage.Callback.Posts[0]);
        Assert.Equal(userId, status.GetProperty("recipient_user_id").GetString());
        Assert.False(status.TryGetProperty("recipient_id", out _));
        Assert.Equal("Hi", Assert.Single(stage.Cloud.Customer(userId).Received).Text);
    }

    [Fact]
    public async Task Recipient_UserIdOfACustomerWithAPhoneNumber_ReachesTheSameCustomer()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await stage.PostAsync($$"""{"messaging_product":"whatsapp","recipient":"{{pablo.UserId}}","text":{"body":"Hi"} }""");

        Assert.Single(pablo.Received);
    }

    private static string UserId(Stage stage) => stage.Cloud.Customer("+16505551234").UserId.Value!;

    private static JsonElement Status(Posted posted) => posted.Value.GetProperty("statuses")[0];

    private static void Equal(string expected, Posted posted) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(posted.Body)), posted.Text);
}
