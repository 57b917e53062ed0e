using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What becomes of a template is told by a webhook of its own field.</summary>
public sealed class ReviewWebhookTests
{
    private const string Account = "102290129340398";

    [Theory]
    [InlineData(null, "APPROVED", "NONE")]
    [InlineData("TAG_CONTENT_MISMATCH", "REJECTED", "TAG_CONTENT_MISMATCH")]
    public async Task Review_Ended_IsTold(string? rejection, string verdict, string reason)
    {
        await using Stage stage = await Stage.StartAsync();
        if (rejection is not null)
        {
            stage.Cloud.Templates.Reject("hello", rejection);
        }

        string id = (await CreateAsync(stage)).MadeId;

        JsonElement value = await ToldAsync(stage, 1);
        Assert.Equal(
            (verdict, id, "hello", "en_US", reason),
            (value.GetProperty("event").GetString(), value.GetProperty("message_template_id").ToString(), value.GetProperty("message_template_name").GetString(),
                value.GetProperty("message_template_language").GetString(), value.GetProperty("reason").GetString()));
        Assert.Equal("message_template_status_update", Change(stage.Callback.Posts[0]).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Pause_OfAnApprovedTemplate_IsToldAtOnce()
    {
        await using Stage stage = await Stage.StartAsync();
        await CreateAsync(stage);
        await ToldAsync(stage, 1);

        stage.Cloud.Templates.Pause("hello");

        Assert.Equal("PAUSED", (await ToldAsync(stage, 2)).GetProperty("event").GetString());
    }

    [Fact]
    public async Task Approve_WhileInReview_IsToldOnce()
    {
        await using Stage stage = await Stage.StartAsync();
        await CreateAsync(stage);

        stage.Cloud.Templates.Approve("hello");

        await ToldAsync(stage, 1);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Stage.Token);
        Assert.Single(stage.Callback.Posts);
    }

    private static Task<Answer> CreateAsync(Stage stage) => stage.PostJsonAsync(
        $"{Account}/message_templates",
        """{"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");

    private static async Task<JsonElement> ToldAsync(Stage stage, int count)
    {
        for (int tries = 0; stage.Callback.Posts.Count < count; tries++)
        {
            Assert.True(tries < 500, $"{stage.Callback.Posts.Count} webhooks came, and {count} were to come.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stage.Token);
        }

        return stage.Callback.Posts[count - 1].Value;
    }

    private static JsonElement Change(Posted posted) => JsonElement.Parse(posted.Body).GetProperty("entry")[0].GetProperty("changes")[0];
}
