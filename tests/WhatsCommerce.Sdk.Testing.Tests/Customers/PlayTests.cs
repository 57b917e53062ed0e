using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Audio and video that the customer plays.</summary>
public sealed class PlayTests
{
    [Fact]
    public async Task Play_VoiceMessage_IsToldOnce()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        pablo.ReadsAutomatically = false;
        string id = await SendAsync(stage, "audio", """{"link":"https://shop.example/hello.ogg","voice":true}""");

        await pablo.PlayAsync(id, Stage.Token);
        await pablo.PlayAsync(id, Stage.Token);

        Assert.Equal(["status sent", "status delivered", "status read", "status played"], stage.Told);
        Assert.Equal(
            MessageStatus.Played,
            Assert.IsType<StatusEvent>(Assert.Single(WebhookParser.Parse(stage.Cloud.Deliveries[^1].Body).Events)).Status);
    }

    [Theory, InlineData("audio"), InlineData("video")]
    public async Task Play_OtherMedia_IsKnownToThePhoneAlone(string type)
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        string id = await SendAsync(stage, type, """{"link":"https://shop.example/hello"}""");

        await pablo.PlayAsync(id, Stage.Token);

        Assert.Equal(["sent", "delivered", "read", "played"], pablo.Received[^1].Statuses);
        Assert.DoesNotContain("status played", stage.Told);
    }

    [Fact]
    public async Task Play_Text_Throws()
    {
        await using Stage stage = await Stage.StartAsync();
        string id = (await stage.PostTextAsync()).Id;

        await Assert.ThrowsAsync<ArgumentException>(() => stage.Cloud.Customer("+16505551234").PlayAsync(id, Stage.Token));
    }

    private static async Task<string> SendAsync(Stage stage, string type, string content)
    {
        string id = (await stage.PostAsync(
            $$"""{"messaging_product":"whatsapp","to":"+16505551234","type":"{{type}}","{{type}}":{{content}}}""")).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        return id;
    }
}
