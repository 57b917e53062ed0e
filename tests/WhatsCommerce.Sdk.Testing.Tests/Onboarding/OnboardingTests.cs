namespace WhatsCommerce.Testing.Tests.Onboarding;

/// <summary>What solution providers call, over the wire.</summary>
public sealed class OnboardingTests
{
    [Theory]
    [InlineData("client_secret=local-cloud-api-secret&code=x", 101)]
    [InlineData("client_id=17&client_secret=wrong&code=x", 1)]
    [InlineData("client_id=17&client_secret=local-cloud-api-secret", 100)]
    [InlineData("client_id=17&client_secret=local-cloud-api-secret&code=x", 100)]
    public async Task Exchange_WhatCannotBe_IsRefused(string query, int code)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Get($"oauth/access_token?{query}")).AssertRefused(code);
    }

    [Fact]
    public async Task Exchange_WithoutAToken_GivesOne()
    {
        await using Shop shop = await Shop.StartAsync();
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = shop.Cloud.BaseAddress };

        using HttpResponseMessage response = await http.GetAsync(
            new Uri($"oauth/access_token?client_id=17&client_secret={shop.Cloud.AppSecret}&code={shop.Cloud.SignUp()}", UriKind.Relative),
            Stage.Token);
        Answer answer = await Answer.ReadAsync(response);

        answer.AssertAccepted();
        Assert.Equal((shop.Cloud.Options.AccessToken, "bearer"), (answer.Text("access_token"), answer.Text("token_type")));
        Assert.Throws<ArgumentException>(() => shop.Cloud.SignUp("999"));
    }

    [Theory]
    [InlineData("""{"user_identity_change":{}}""", 100)]
    [InlineData("""{"user_identity_change":{"enable_identity_key_check":"yes"}}""", 131009)]
    [InlineData("""{"storage_configuration":{"status":"IN_COUNTRY_STORAGE_ENABLED","data_localization_region":"BR"}}""", 100)]
    public async Task Settings_BrokenRule_IsRefused(string body, int code)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Number}/settings", body)).AssertRefused(code);
    }

    [Theory]
    [InlineData("""{"business_website_url":"https://a.example"}""")]
    [InlineData("""{"primary_country_of_operation":"US"}""")]
    public async Task OfficialAccount_BrokenRule_IsRefused(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Number}/official_business_account", body)).AssertRefused(100);
    }

    [Fact]
    public async Task OfficialAccount_AsTheOpenApiHasIt_IsTakenAndWithdrawn()
    {
        await using Shop shop = await Shop.StartAsync();
        const string path = Shop.Number + "/official_business_account";

        (await shop.Post(path, """{"action":"SUBMIT_APPLICATION","application_data":{"business_name":"Acme"}}""")).AssertAccepted();
        Answer pending = await shop.Get(path);
        (await shop.Post(path, """{"action":"WITHDRAW_APPLICATION"}""")).AssertAccepted();

        Assert.Equal("PENDING", pending.Text("oba_status"));
        Assert.Equal("CANCELLED", (await shop.Get(path)).Text("oba_status"));
        (await shop.Post(path, """{"action":"WITHDRAW_APPLICATION"}""")).AssertRefused(100, 409);
    }

    [Fact]
    public async Task DisplayName_Approved_AWebhookTells()
    {
        await using Stage stage = await Stage.StartAsync(new() { ReviewTime = TimeSpan.Zero });

        (await stage.PostJsonAsync(Shop.Number, """{"new_display_name":"Orchard"}""")).AssertAccepted();
        await WhatsCommerce.Tests.Patiently.Until(() => stage.Told.Contains("display name approved"));
        (await stage.PostJsonAsync(Shop.Number, """{"new_display_name":"O"}""")).AssertRefused(100);

        Assert.Equal("Orchard", stage.Cloud.Number.VerifiedName);
    }
}
