using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What becomes of a template is told by a webhook of its own field.</summary>
public sealed class ReviewWebhookTests
{
    private const string Account = "102290129340398";

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(null, "APPROVED", "NONE")]
    [InlineData("TAG_CONTENT_MISMATCH", "REJECTED", "TAG_CONTENT_MISMATCH")]
    public async Task Review_Ended_IsTold(string? rejection, string verdict, string reason)
    {
        await using Stage stage = await StartAsync();
        if (rejection is not null)
        {
            stage.Cloud.Templates.Reject("hello", rejection);
        }

        string id = (await CreateAsync(stage)).MadeId;
        PassReview();

        JsonElement value = await ToldAsync(stage, 1);
        Assert.Equal(
            (verdict, id, "hello", "en_US", reason),
            (value.GetProperty("event")
                .GetString(), value.GetProperty("message_template_id").ToString(), value.GetProperty("message_template_name").GetString(),
                value.GetProperty("message_template_language").GetString(), value.GetProperty("reason").GetString()));
        Assert.Equal("message_template_status_update", Change(stage.Callback.Posts[0]).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Pause_OfAnApprovedTemplate_IsToldAtOnce()
    {
        await using Stage stage = await StartAsync();
        await CreateAsync(stage);
        PassReview();
        await ToldAsync(stage, 1);

        stage.Cloud.Templates.Pause("hello");

        Assert.Equal("PAUSED", (await ToldAsync(stage, 2)).GetProperty("event").GetString());
    }

    [Fact]
    public async Task Approve_WhileInReview_IsToldOnce()
    {
        await using Stage stage = await StartAsync();
        await CreateAsync(stage);

        stage.Cloud.Templates.Approve("hello");

        // What a review tells comes in order: the end of the first one would stand before that of the second.
        await ToldAsync(stage, 1);
        await CreateAsync(stage, "bye");
        PassReview();
        JsonElement next = await ToldAsync(stage, 2);
        Assert.Equal("bye", next.GetProperty("message_template_name").GetString());
    }

    private Task<Stage> StartAsync() => Stage.StartAsync(new() { TimeProvider = _time, ReviewTime = TimeSpan.FromMinutes(5) });

    // A little more than the review takes: its end is told once it is over for everybody.
    private void PassReview() => _time.Advance(TimeSpan.FromMinutes(6));

    private static Task<Answer> CreateAsync(Stage stage, string name = "hello") => stage.PostJsonAsync(
        $"{Account}/message_templates",
        $$"""{"name":"{{name}}","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");

    private static async Task<JsonElement> ToldAsync(Stage stage, int count)
    {
        await Patiently.Until(() => stage.Callback.Posts.Count >= count);
        return stage.Callback.Posts[count - 1].Value;
    }

    private static JsonElement Change(Posted posted) => JsonElement.Parse(posted.Body).GetProperty("entry")[0].GetProperty("changes")[0];
}
