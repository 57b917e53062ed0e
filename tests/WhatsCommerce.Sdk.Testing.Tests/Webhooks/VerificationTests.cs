using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Connecting a callback: the handshake that Meta makes.</summary>
public sealed class VerificationTests
{
    [Fact]
    public async Task ConnectWebhook_CallbackAnswersTheChallenge_AsksAsMetaDoes()
    {
        await using Stage stage = await Stage.StartAsync(new() { VerifyToken = "let me & in" });

        string query = Assert.Single(stage.Callback.Verifications).Value!;

        Assert.Matches("^\\?hub\\.mode=subscribe&hub\\.challenge=[0-9]+&hub\\.verify_token=let%20me%20%26%20in$", query);
        Assert.Equal("let me & in", stage.Cloud.VerifyToken);
    }

    [Fact]
    public async Task ConnectWebhook_CallbackWithAQuery_KeepsIt()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        await stage.Cloud.ConnectWebhookAsync(new Uri(stage.Callback.Address + "?shop=1"), Stage.Token);

        Assert.StartsWith("?shop=1&hub.mode=subscribe&", Assert.Single(stage.Callback.Verifications).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "verify token")]
    [InlineData(404, "path")]
    [InlineData(500, "500")]
    public async Task ConnectWebhook_CallbackRefuses_SaysWhatToDo(int status, string hint)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Callback.OnVerification = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        WebhookVerificationException exception = await Assert.ThrowsAsync<WebhookVerificationException>(
            () => stage.Cloud.ConnectWebhookAsync(stage.Callback.Address, Stage.Token));

        Assert.Contains(hint, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Cloud.VerifyToken, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectWebhook_CallbackAnswersSomethingElse_IsRefused()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Callback.OnVerification =
            http => http.Response.WriteAsync("\"" + http.Request.Query["hub.challenge"] + "\"", http.RequestAborted);

        WebhookVerificationException exception = await Assert.ThrowsAsync<WebhookVerificationException>(
            () => stage.Cloud.ConnectWebhookAsync(stage.Callback.Address, Stage.Token));

        Assert.Contains("challenge", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectWebhook_NobodyThere_SaysToStartTheAppFirst()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        Uri gone = stage.Callback.Address;
        await stage.Callback.DisposeAsync();

        WebhookVerificationException exception = await Assert.ThrowsAsync<WebhookVerificationException>(
            () => stage.Cloud.ConnectWebhookAsync(gone, Stage.Token));

        Assert.Contains("Start the app", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectWebhook_Refused_DeliversNothing()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Callback.OnVerification = http => http.Response.WriteAsync("no", http.RequestAborted);
        await Assert.ThrowsAsync<WebhookVerificationException>(() => stage.Cloud.ConnectWebhookAsync(stage.Callback.Address, Stage.Token));

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Empty(stage.Callback.Posts);
        Assert.Empty(stage.Cloud.Deliveries);
    }

    [Fact]
    public async Task ConnectWebhook_RelativeAddress_IsAnArgumentError()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        await Assert.ThrowsAsync<ArgumentException>(
            () => stage.Cloud.ConnectWebhookAsync(new Uri("/webhooks", UriKind.Relative), Stage.Token));
    }

    [Fact]
    public async Task ConnectWebhook_Again_MovesTheDeliveries()
    {
        await using Stage stage = await Stage.StartAsync();
        await using Callback other = await Callback.StartAsync();

        await stage.Cloud.ConnectWebhookAsync(other.Address, Stage.Token);
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Empty(stage.Callback.Posts);
        Assert.Single(other.Posts);
    }
}
