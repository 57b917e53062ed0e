using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>Files, templates and settings, as clients that others wrote deal with them.</summary>
public sealed class ResourceTests
{
    [Theory]
    [InlineData("kapso.mjs"), InlineData("whatsapp-api-js.mjs"), InlineData("great-detail.mjs"), InlineData("whatsapp-business.mjs")]
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
    public async Task Products_PagedWithMetasOwnSdk_AreAllThere()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("business-sdk.mjs", "products", cloud);

        Assert.Equal("""[["apple-1kg","banana-1kg"],["bread","pear"]]""", answer.GetProperty("pages").GetRawText());
        Assert.Equal("""["apple-1kg","banana-1kg"]""", answer.GetProperty("back").GetRawText());
        Assert.Equal(4, answer.GetProperty("total").GetInt32());
        Assert.Equal(
            ("Crisp pears", "$2.50"), (answer.GetProperty("name").GetString(), answer.GetProperty("price").GetString()));
        Assert.Equal(3, answer.GetProperty("left").GetInt32());
        Assert.All(cloud.Requests, request => Assert.True(request.IsAccepted, request.ToString()));
    }

    [Fact]
    public async Task Templates_PagedWithMetasOwnSdk_AreAllThere()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("business-sdk.mjs", "templates", cloud);

        Assert.Equal("""[["first","second"],["third"]]""", answer.GetProperty("pages").GetRawText());
    }

    [Fact]
    public async Task Fields_AllThatMetasOwnSdkKnows_AreGivenOrLeftOut()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("business-sdk.mjs", "fields", cloud);

        Assert.Equal(cloud.Options.BusinessAccountId, answer.GetProperty("account").GetString());
        Assert.Equal(
            ("APPROVED", "Shop", "apple-1kg"),
            (
                answer.GetProperty("review").GetString(),
                answer.GetProperty("catalog").GetString(),
                answer.GetProperty("item").GetString()));
    }

    [Fact]
    public async Task Refusal_WithMetasOwnSdk_IsItsOwnError()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("business-sdk.mjs", "refuse", cloud);

        Assert.Equal(("FacebookRequestError", 400), (answer.GetProperty("name").GetString(), answer.GetProperty("status").GetInt32()));
    }

    [Theory, InlineData("great-detail.mjs", 5), InlineData("whatsapp-business.mjs", 7)]
    public async Task Resources_EveryCallOfTheClient_IsAnswered(string script, int done)
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync(script, "resources", cloud);

        Assert.Equal(Enumerable.Repeat(true, done), answer.GetProperty("done").EnumerateArray().Select(item => item.GetBoolean()));
        Assert.Equal("Greengrocer", answer.GetProperty("about").GetString());
        Assert.Equal(cloud.Options.PhoneNumberId, answer.GetProperty("number").GetString());
        Assert.Equal(cloud.Options.PhoneNumberId, Assert.Single(answer.GetProperty("numbers").EnumerateArray()).GetString());
        Assert.All(cloud.Requests, request => Assert.True(request.IsAccepted, request.ToString()));
    }

    [Fact]
    public async Task Numbers_FlowsAndPermissions_AreAnsweredToKapso()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("kapso.mjs", "resources", cloud, ("CUSTOMER", ClientShop.Phone));

        Assert.Equal(Enumerable.Repeat(true, 8), answer.GetProperty("done").EnumerateArray().Select(item => item.GetBoolean()));
        Assert.Equal(
            ("ENABLED", "news", "no_permission"),
            (
                answer.GetProperty("calling").GetString(),
                answer.GetProperty("template").GetString(),
                answer.GetProperty("permission").GetString()));
        JsonElement[] flows = [.. answer.GetProperty("flows").EnumerateArray()];
        Assert.Equal(
            [answer.GetProperty("flow").GetString(), "hello", "PUBLISHED"], flows[0].EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(["old", "DEPRECATED"], flows[1].EnumerateArray().Skip(1).Select(item => item.GetString()));
        Assert.Equal("PUBLISHED", answer.GetProperty("published").GetString());
        Assert.StartsWith("https://", answer.GetProperty("preview").GetString(), StringComparison.Ordinal);
        Assert.All(cloud.Requests, request => Assert.True(request.IsAccepted, request.ToString()));
    }

    [Fact]
    public async Task Templates_SearchedByTheirText_AreFound()
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement answer = await NodeScript.RunAsync("great-detail.mjs", "resources", cloud);

        Assert.Equal("""["news"]""", answer.GetProperty("listed").GetRawText());
        Assert.Equal(0, answer.GetProperty("other").GetInt32());
        Assert.Equal(("news", 1), (answer.GetProperty("template").GetString(), answer.GetProperty("apps").GetInt32()));
        Assert.True(answer.GetProperty("date").GetInt64() > 0);
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
