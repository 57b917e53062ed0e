using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>Files, templates and settings, as clients that others wrote deal with them.</summary>
public sealed class ResourceTests
{
    [Theory, InlineData("kapso.mjs"), InlineData("whatsapp-api-js.mjs")]
    public async Task Media_UploadedReadFetchedSentAndDeleted_IsTheSameFile(string script)
    {
        const string content = "2 × apples, 6,98 $ · merci à vous 🍏";
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement media = await NodeScript.RunAsync(script, "media", cloud, ("CUSTOMER", ClientShop.Phone), ("FILE", content));

        Assert.Equal(content, media.GetProperty("text").GetString());
        Assert.Equal("text/plain", media.GetProperty("mimeType").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), media.GetProperty("sha256").GetString());
        Assert.Equal(bytes.Length.ToString(CultureInfo.InvariantCulture), media.GetProperty("size").ToString());
        Assert.True(media.GetProperty("deleted").GetBoolean());
        Assert.Equal(100, media.GetProperty("gone").GetProperty("code").GetInt32());
        ReceivedMessage receipt = Assert.Single(cloud.Pablo().Received);
        Assert.Equal(("document", "Your receipt"), (receipt.Kind, receipt.Text));
        Assert.Equal(media.GetProperty("id").GetString(), receipt.Json.GetProperty("document").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Templates_MadeListedPageByPageAndDeleted_AreThereAndGone()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement templates = await NodeScript.RunAsync("kapso.mjs", "templates", cloud);

        JsonElement[] made = [.. templates.GetProperty("made").EnumerateArray()];
        JsonElement[] pages = [.. templates.GetProperty("pages").EnumerateArray()];
        JsonElement left = Assert.Single(templates.GetProperty("left").EnumerateArray());
        Assert.All(made, template => Assert.Equal("MARKETING", template.GetProperty("category").GetString()));
        Assert.Equal([2, 1], pages.Select(page => page.GetArrayLength()));
        Assert.Equal(
            ["first", "second", "third"],
            pages.SelectMany(page => page.EnumerateArray()).Select(name => name.GetString()).Order(StringComparer.Ordinal));
        Assert.True(templates.GetProperty("deleted").GetBoolean());
        Assert.Equal(made[0].GetProperty("id").GetString(), left.GetProperty("id").GetString());
        Assert.Equal(["first", "third"], cloud.Templates.Items.Select(template => template.Name));
    }

    [Fact]
    public async Task Profile_Updated_ReadsBack()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("kapso.mjs", "profile", cloud);

        Assert.True(answer.GetProperty("updated").GetBoolean());
        Assert.Equal("Greengrocer", answer.GetProperty("profile").GetProperty("about").GetString());
        Assert.Equal("https://example.com/", answer.GetProperty("profile").GetProperty("websites")[0].GetString());
    }

    [Fact]
    public async Task Customers_BlockedAndUnblockedWithoutAVersionInThePath_AreTheCustomers()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();
        const string userId = "US.13491208655302741918";

        JsonElement answer =
            await NodeScript.RunAsync("whatsapp-api-js.mjs", "block", cloud, ("CUSTOMER", ClientShop.Phone), ("USER_ID", userId));

        Assert.All([answer.GetProperty("blocked"), answer.GetProperty("unblocked")], users =>
        {
            Assert.Equal(2, users.GetArrayLength());
            Assert.Equal(ClientShop.Phone, users[0].GetProperty("wa_id").GetString());
            Assert.Equal(userId, users[1].GetProperty("user_id").GetString());
        });
    }
}
