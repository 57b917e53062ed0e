using System.Text.Json;

namespace WhatsCommerce.Testing.Tests.Api;

/// <summary>What can be read of numbers, accounts and templates, and of lists as a whole.</summary>
public sealed class FieldTests
{
    private const string Number = "106540352242922";
    private const string Account = "102290129340398";

    [Theory]
    [InlineData(Number, "id,display_phone_number,verified_name,status,quality_rating,country_code,country_dial_code,"
        + "code_verification_status,name_status,messaging_limit_tier,account_mode,certificate,is_official_business_account,"
        + "unified_cert_status,host_platform,username")]
    [InlineData(Number, "health_status,is_pin_enabled,throughput,platform_type,last_onboarded_time,search_visibility,"
        + "conversational_automation,quality_score")]
    [InlineData($"{Account}/phone_numbers", "id,country_code,host_platform,messaging_limit_tier")]
    [InlineData(Account, "id,name,timezone_id,message_template_namespace,account_review_status,business_verification_status,country,"
        + "ownership_type,primary_business_location,currency,owner_business_info{name},health_status")]
    [InlineData($"{Account}/message_templates", "id,name,language,status,category,components,previous_category,correct_category,"
        + "cta_url_link_tracking_opted_out,last_updated_time,library_template_name,message_send_ttl_seconds,quality_score,rejected_reason,"
        + "sub_category,parameter_format,degrees_of_freedom_spec")]
    public async Task Get_DocumentedFields_AreGivenOrLeftOut(string path, string fields)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.GetAsync($"{path}?fields={Uri.EscapeDataString(fields)}")).AssertAccepted();
    }

    [Theory, InlineData(Number), InlineData(Account), InlineData($"{Account}/message_templates")]
    public async Task Get_FieldThatNobodyDocuments_IsRefused(string path)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.GetAsync($"{path}?fields=id,shoe_size")).AssertRefused(100);
    }

    [Fact]
    public async Task Get_QualityScoreOfATemplate_HasItsDate()
    {
        await using Stage stage = await Stage.StartAsync();
        long before = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        await AddTemplatesAsync(stage, 1);

        JsonElement score = (await stage.GetAsync($"{Account}/message_templates?fields=quality_score"))
            .Json.GetProperty("data")[0].GetProperty("quality_score");

        Assert.Equal("UNKNOWN", score.GetProperty("score").GetString());
        Assert.InRange(score.GetProperty("date").GetInt64(), before, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    }

    [Theory, InlineData("summary=true"), InlineData("summary=total_count"), InlineData("summary=[%22total_count%22]")]
    public async Task Get_ListWithASummary_TellsHowManyThereAre(string summary)
    {
        await using Stage stage = await Stage.StartShopAsync();
        await AddTemplatesAsync(stage, 3);

        JsonElement templates = (await stage.GetAsync($"{Account}/message_templates?limit=1&{summary}")).Json;
        JsonElement products = (await stage.GetAsync($"{stage.Cloud.Options.CatalogId}/products?limit=1&{summary}")).Json;

        Assert.Equal(3, templates.GetProperty("summary").GetProperty("total_count").GetInt32());
        Assert.Equal(250, templates.GetProperty("summary").GetProperty("message_template_limit").GetInt32());
        Assert.Equal(3, products.GetProperty("summary").GetProperty("total_count").GetInt32());
        Assert.Single(products.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Get_SummaryOfAFilteredList_CountsWhatTheFilterHolds()
    {
        await using Stage stage = await Stage.StartShopAsync();
        string filter = Uri.EscapeDataString("""{"retailer_id":{"eq":"apple-1kg"}}""");

        JsonElement products = (await stage.GetAsync($"{stage.Cloud.Options.CatalogId}/products?summary=true&filter={filter}")).Json;

        Assert.Equal(1, products.GetProperty("summary").GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Get_ListWithoutAskingForASummary_HasNone()
    {
        await using Stage stage = await Stage.StartShopAsync();

        Assert.False((await stage.GetAsync($"{stage.Cloud.Options.CatalogId}/products")).Json.TryGetProperty("summary", out _));
    }

    [Fact]
    public async Task Get_PagesByTheLinkAlone_WithTheTokenOfTheQuery()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;
        string token = stage.Cloud.Options.AccessToken!;
        string path = $"{stage.Cloud.Options.CatalogId}/products?limit=2&access_token={token}";

        Answer first = await stage.GetAsync(path);
        string next = first.Json.GetProperty("paging").GetProperty("next").GetString()!;
        using HttpResponseMessage response = await stage.Http.GetAsync(new Uri(next), Stage.Token);
        Answer second = await Answer.ReadAsync(response);

        Assert.Contains($"access_token={token}", next, StringComparison.Ordinal);
        Assert.Equal(["cherry-500g"], second.Texts("retailer_id"));
        Assert.DoesNotContain(token, stage.Cloud.Requests[0].Response.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pin", """{"pin":"123456"}""", 200), InlineData("pin", """{"pin":"12"}""", 400)]
    [InlineData(
        "register", """{"messaging_product":"whatsapp","pin":"123456"}""", 200), InlineData("register", """{"pin":"123456"}""", 400)]
    [InlineData("deregister", "{}", 200)]
    [InlineData("request_code", """{"code_method":"SMS","language":"en_US"}""", 200), InlineData(
        "request_code", """{"code_method":"PIGEON","language":"en_US"}""", 400)]
    [InlineData("verify_code", """{"code":"123456"}""", 200), InlineData("verify_code", """{"code":"1"}""", 400)]
    [InlineData("settings", """{"user_identity_change":{"enable_identity_key_check":true}}""", 200), InlineData("settings", "{}", 400)]
    [InlineData("conversational_automation", """{"enable_welcome_message":true,"prompts":["Hi"],"commands":[]}""", 200)]
    [InlineData("conversational_automation", """{"prompts":["1","2","3","4"]}""", 400)]
    public async Task Post_ToTheNumber_IsJudged(string edge, string body, int status)
    {
        await using Stage stage = await Stage.StartAsync();

        Assert.Equal(status, (await stage.PostJsonAsync(edge == "pin" ? Number : $"{Number}/{edge}", body)).Status);
    }

    [Fact]
    public async Task Settings_Changed_AreReadAgain()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostJsonAsync($"{Number}/settings", """{"calling":{"status":"ENABLED"}}""")).AssertAccepted();

        Assert.Equal("ENABLED", (await stage.GetAsync($"{Number}/settings")).Json.GetProperty("calling").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Register_WithAnotherPin_Is133005()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostJsonAsync(Number, """{"pin":"123456"}""")).AssertAccepted();

        (await stage.PostJsonAsync($"{Number}/register", """{"messaging_product":"whatsapp","pin":"654321"}""")).AssertRefused(133005);
    }

    private static async Task AddTemplatesAsync(Stage stage, int count)
    {
        for (int i = 0; i < count; i++)
        {
            (await stage.PostJsonAsync(
                $"{Account}/message_templates",
                $$"""{"name":"hello_{{i}}","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}"""))
                    .AssertAccepted();
        }
    }
}
