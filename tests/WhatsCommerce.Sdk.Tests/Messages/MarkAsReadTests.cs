using System.Net;
using System.Text.Json.Nodes;
using RichardSzalay.MockHttp;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Marking a message as read, and the typing indicator.</summary>
public class MarkAsReadTests
{
    private const string Done = """{"success":true}""";

    public static TheoryData<string> Examples => [.. SharedMaterial.JsonFiles("messages")
        .Where(file => SharedMaterial.ReadJson("messages", file).TryGetProperty("status", out _)).DefaultIfEmpty("any.json")];

    [Theory, MemberData(nameof(Examples))]
    public async Task MarkAsReadAsync_OfTheSameMessage_EqualsMetasExample(string file)
    {
        JsonNode example = JsonNode.Parse(SharedMaterial.ReadJson("messages", file).GetRawText())!;

        string body = await PostedBy(messages => messages.MarkAsReadAsync(
            (string?)example["message_id"], showTyping: example["typing_indicator"] is not null, TestContext.Current.CancellationToken));

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(body)), $"Meta's:\n{example}\nPosted:\n{body}");
    }

    [Fact]
    public async Task MarkAsReadAsync_WithoutTyping_PostsTheIdAlone() => Assert.Equal(
        """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.abc"}""",
        await PostedBy(messages => messages.MarkAsReadAsync("wamid.abc", cancellationToken: TestContext.Current.CancellationToken)));

    [Fact]
    public async Task MarkAsReadAsync_WithoutId_SendsNothing()
    {
        using MockHttpMessageHandler meta = new();
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);

        await Assert.ThrowsAsync<ArgumentException>(
            () => client.Client.Messages.MarkAsReadAsync(" ", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(0, meta.GetMatchCount(meta.Fallback));
    }

    [Theory]
    [InlineData(200, """{"success":false}""")]
    [InlineData(200, "{}")]
    [InlineData(200, "<html>Welcome to the hotel's network</html>")]
    [InlineData(400, """{"error":{"message":"(#100) Invalid parameter","code":100}}""")]
    public async Task MarkAsReadAsync_AnswerThatIsNoSuccess_IsAnError(int status, string answer)
    {
        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => PostedBy(
            messages => messages.MarkAsReadAsync("wamid.abc", cancellationToken: TestContext.Current.CancellationToken),
            (HttpStatusCode)status,
            answer));

        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.IsNotType<OutcomeUnknownException>(exception);
    }

    [Theory, InlineData(500, """{"error":{"message":"Something went wrong","code":131000}}"""), InlineData(503, "")]
    public async Task MarkAsReadAsync_FailureOnMetasSide_IsSafeToRepeat(int status, string answer)
    {
        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => PostedBy(
            messages => messages.MarkAsReadAsync("wamid.abc", cancellationToken: TestContext.Current.CancellationToken),
            (HttpStatusCode)status,
            answer));

        Assert.True(exception.IsRetrySafe);
    }

    private static async Task<string> PostedBy(
        Func<MessagesClient, Task> act, HttpStatusCode status = HttpStatusCode.OK, string answer = Done)
    {
        string body = "";
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Post, "https://graph.facebook.com/v25.0/106540352242922/messages")
            .WithHeaders("Authorization", $"Bearer {TestClient.Token}")
            .With(request =>
            {
                body = request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                return true;
            })
            .Respond(status, "application/json", answer);
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);
        await act(client.Client.Messages);
        meta.VerifyNoOutstandingExpectation();
        return body;
    }
}
