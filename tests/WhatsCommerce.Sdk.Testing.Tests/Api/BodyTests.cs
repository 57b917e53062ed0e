using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Testing.Tests.Api;

/// <summary>
/// The ways in which Graph takes parameters: JSON, forms, bodies of several parts, the query; and the token in each of them.
/// </summary>
public sealed class BodyTests
{
    private const string Contact = """[{"name":{"formatted_name":"Ana"}}]""";

    public static TheoryData<string> Kinds => ["form", "multipart"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Post_MessageAsAForm_IsJudgedAsItsJson(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpContent content = Content(
            kind,
            ("messaging_product", "whatsapp"),
            ("to", "+16505551234"),
            ("type", "text"),
            ("text", """{"body":"By form","preview_url":false}"""),
            ("biz_opaque_callback_data", """{"order":17}"""));

        (await stage.PostAsync(stage.Messages, content)).AssertAccepted();

        ReceivedMessage message = Assert.Single(stage.Cloud.Customer("+16505551234").Received);
        Assert.Equal(("By form", """{"order":17}"""), (message.Text, message.CallbackData));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Post_FormWithoutAPart_IsRefusedAsItsJson(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpContent content = Content(kind, ("messaging_product", "whatsapp"), ("to", "+16505551234"), ("type", "text"));

        (await stage.PostAsync(stage.Messages, content)).AssertRefused(100);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Post_TemplateAsAForm_IsMade(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpContent content = Content(
            kind, (
                "name", "hello"), ("language", "en_US"), ("category", "UTILITY"), ("components", """[{"type":"BODY","text":"Hello!"}]"""));

        (await stage.PostAsync($"v25.0/{stage.Cloud.Options.BusinessAccountId}/message_templates", content)).AssertAccepted();

        Assert.Equal("hello", Assert.Single(stage.Cloud.Templates.Items).Name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Post_SettingsAsAForm_AreSet(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        string number = $"v25.0/{stage.Cloud.Options.PhoneNumberId}";
        using HttpContent settings = Content(kind, ("is_cart_enabled", "false"));
        using HttpContent profile = Content(kind, ("messaging_product", "whatsapp"), ("about", "Since 1999"));
        using HttpContent item = Content(kind, ("retailer_id", "pear"), ("name", "Pears"), ("price", "250"), ("currency", "USD"));

        (await stage.PostAsync($"{number}/whatsapp_commerce_settings", settings)).AssertAccepted();
        (await stage.PostAsync($"{number}/whatsapp_business_profile", profile)).AssertAccepted();
        (await stage.PostAsync($"v25.0/{stage.Cloud.Options.CatalogId}/products", item)).AssertAccepted();

        Assert.False(stage.Cloud.Number.IsCartEnabled);
        Assert.Equal("Since 1999", (await stage.GetAsync($"{stage.Cloud.Options.PhoneNumberId}/whatsapp_business_profile"))
            .Texts("about")[0]);
        Assert.Equal(2.5m, stage.Cloud.Catalog.Find("pear")!.Price.Amount);
    }

    [Theory, InlineData("form"), InlineData("multipart"), InlineData("json")]
    public async Task Post_TokenInTheBody_IsAccepted(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;
        (string, string)[] fields = [("is_cart_enabled", "false"), ("access_token", stage.Cloud.Options.AccessToken!)];
        using HttpContent content = Content(kind, fields);

        (await stage.PostAsync($"v25.0/{stage.Cloud.Options.PhoneNumberId}/whatsapp_commerce_settings", content)).AssertAccepted();

        Assert.False(stage.Cloud.Number.IsCartEnabled);
    }

    [Theory, InlineData("form"), InlineData("json")]
    public async Task Post_ProductWithATokenInTheBody_DoesNotKeepTheToken(string kind)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;
        string token = stage.Cloud.Options.AccessToken!;
        using HttpContent content = Content(
            kind, ("retailer_id", "pear"), ("name", "Pears"), ("price", "250"), ("currency", "USD"), ("access_token", token));

        Answer made = await stage.PostAsync($"v25.0/{stage.Cloud.Options.CatalogId}/products", content);

        made.AssertAccepted();
        Assert.DoesNotContain("access_token", stage.Cloud.Catalog.Find("pear")!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"access_token":"wrong"}"""), InlineData(
        """{"access_token":7}"""), InlineData("""{"a":{"access_token":"local-cloud-api-token"}}""")]
    [InlineData("""[{"access_token":"local-cloud-api-token"}]"""), InlineData("""{"access_token":"local""")]
    public async Task Post_NoTokenThatOpensAnythingInTheBody_Gives401(string body)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(401, (await stage.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData("TEXT", """ "text":{"body":"Hi"} """)]
    [InlineData("Text", """ "text":"{\"body\":\"Hi\"}" """)]
    [InlineData("CONTACTS", """ "contacts":[{"name":{"formatted_name":"Ana"}}] """)]
    [InlineData("contacts", """ "contacts":"[{\"name\":{\"formatted_name\":\"Ana\"}}]" """)]
    [InlineData("TEMPLATE", """ "template":{"name":"hello","language":{"code":"en_US"},"components":[{"type":"BODY","parameters":[]}]} """)]
    public async Task Post_TypeInUpperCaseOrContentAsJsonText_IsTaken(string type, string content)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync($$"""{"messaging_product":"whatsapp","recipient_type":"INDIVIDUAL","to":"+16505551234","type":"{{type}}","""
            + $$"""{{content}}}"""))
            .AssertAccepted();

        ReceivedMessage message = Assert.Single(stage.Cloud.Customer("+16505551234").Received);
        Assert.Equal(type.ToLowerInvariant(), message.Kind);
        Assert.NotEqual(JsonValueKind.String, message.Json.GetProperty(message.Kind).ValueKind);
    }

    [Theory]
    [InlineData("contacts", "\"[1\""), InlineData("contacts", "\"Ana\""), InlineData("text", "\"Hi\""), InlineData("text", "\"[]\"")]
    public async Task Post_ContentThatIsNoJsonText_IsRefused(string type, string content)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync($$"""{"messaging_product":"whatsapp","to":"+16505551234","type":"{{type}}","{{type}}":{{content}}}"""))
            .AssertRefused(100);
    }

    [Fact]
    public async Task Post_ContactsAsAFormField_AreThoseOfTheJson()
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpContent content = Content(
            "form", ("messaging_product", "whatsapp"), ("to", "+16505551234"), ("type", "contacts"), ("contacts", Contact));

        (await stage.PostAsync(stage.Messages, content)).AssertAccepted();
    }

    private static HttpContent Content(string kind, params IReadOnlyList<(string Name, string Text)> fields)
    {
        switch (kind)
        {
            case "form":
                return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Text)));
            case "multipart":
                MultipartFormDataContent parts = [];
                foreach ((string name, string text) in fields)
                {
                    parts.Add(new StringContent(text), name);
                }

                return parts;
            default:
                string members = string.Join(',', fields.Select(field => $"{Wire.Text(field.Name)}:{Wire.Text(field.Text)}"));
                return new StringContent("{" + members + "}", Encoding.UTF8, "application/json");
        }
    }
}
