using System.Text.Json;

namespace WhatsCommerce.Testing.Tests.Webhooks;

/// <summary>The fields of webhooks that the app is subscribed to.</summary>
public sealed class WebhookFieldTests
{
    [Theory]
    [InlineData("app")]
    [InlineData("670843887433847")]
    public async Task Subscriptions_TokenOfTheApp_GetsTheFieldsAndTheAddress(string id)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.WebhookFields.Unsubscribe("calls");

        using JsonDocument answer = await AskAsync(stage, id, $"{stage.Cloud.AppId}|{stage.Cloud.AppSecret}");

        JsonElement webhook = Assert.Single(answer.RootElement.GetProperty("data").EnumerateArray());
        Assert.Equal("whatsapp_business_account", webhook.GetProperty("object").GetString());
        Assert.Equal(stage.Callback.Address.OriginalString, webhook.GetProperty("callback_url").GetString());
        Assert.True(webhook.GetProperty("active").GetBoolean());
        string[] fields = [.. webhook.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)];
        Assert.Equal(stage.Cloud.WebhookFields.Subscribed, fields);
        Assert.Contains("messages", fields);
        Assert.DoesNotContain("calls", fields);
    }

    [Fact]
    public async Task Subscriptions_TokenOfTheNumber_IsRefusedWith15()
    {
        await using Stage stage = await Stage.StartAsync();

        using JsonDocument answer = await AskAsync(stage, "app", stage.Cloud.Options.AccessToken!);

        Assert.Equal(15, answer.RootElement.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task TokenOfTheApp_OpensNothingElse()
    {
        await using Stage stage = await Stage.StartAsync();

        using JsonDocument answer = await AskAsync(
            stage, stage.Cloud.Options.PhoneNumberId!, $"{stage.Cloud.AppId}|{stage.Cloud.AppSecret}", edge: "");

        Assert.Equal(100, answer.RootElement.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Field_ThatIsNotSubscribed_IsNotDelivered()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        stage.Cloud.WebhookFields.Unsubscribe("messages");
        await pablo.SendTextAsync("Nobody hears this", Stage.Token);
        stage.Cloud.WebhookFields.Subscribe("messages");

        await pablo.SendTextAsync("Hello", Stage.Token);

        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        Assert.Equal("Hello", Assert.Single(stage.Callback.Posts).Value
            .GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
    }

    private static async Task<JsonDocument> AskAsync(Stage stage, string id, string token, string edge = "/subscriptions")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"v25.0/{id}{edge}");
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Stage.Token));
    }
}
