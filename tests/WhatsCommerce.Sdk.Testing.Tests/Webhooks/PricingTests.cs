using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What statuses tell of price and conversation.</summary>
public sealed class PricingTests
{
    [Theory]
    [InlineData("UTILITY", "utility")]
    [InlineData("MARKETING", "marketing")]
    public async Task Pricing_OfATemplateThatIsKept_HasItsCategory(string category, string told)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Templates.Add(
            $$"""{"name":"hello","language":"en_US","category":"{{category}}","components":[{"type":"BODY","text":"Hello!"}]}""");

        (await stage.PostAsync(
            """{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"hello","language":"""
                + """{"code":"en_US"}}}""")).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.All(stage.Statuses.Take(2), status => Assert.Equal((told, true), (
            status.GetProperty("pricing")
                .GetProperty("category")
                .GetString(), status.GetProperty("pricing").GetProperty("billable").GetBoolean())));
    }

    [Fact]
    public async Task Conversation_AskedFor_ComesAsUpToV23()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time, ConversationInStatuses = true });

        await stage.PostTextAsync();
        await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        JsonElement[] sent = [.. stage.Statuses.Where(status => status.GetProperty("status").GetString() == "sent")];
        JsonElement[] delivered = [.. stage.Statuses.Where(status => status.GetProperty("status").GetString() == "delivered")];
        JsonElement conversation = sent[0].GetProperty("conversation");
        Assert.Equal(
            time.GetUtcNow().AddDays(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            conversation.GetProperty("expiration_timestamp").GetString());
        Assert.Equal("service", conversation.GetProperty("origin").GetProperty("type").GetString());
        Assert.Equal(Id(sent[0]), Id(delivered[0]));
        Assert.NotEqual(Id(sent[0]), Id(sent[1]));
        Assert.False(delivered[0].GetProperty("conversation").TryGetProperty("expiration_timestamp", out _));
        Assert.DoesNotContain(
            stage.Statuses, status => status.GetProperty("status").GetString() == "read" && status.TryGetProperty("conversation", out _));

        static string Id(JsonElement status) => status.GetProperty("conversation").GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task Conversation_NotAskedFor_IsAbsent()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.DoesNotContain(stage.Statuses, status => status.TryGetProperty("conversation", out _));
    }
}
