using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What a number shows of its business, over the wire: commerce settings, compliance, profile, callbacks, block list.</summary>
public sealed class SettingsTests
{
    private const string Compliance = """
        {"messaging_product":"whatsapp","entity_name":"Lucky Shrub Private Limited","entity_type":"PARTNERSHIP","is_registered":true,
        "grievance_officer_details":{"name":"Chandravati P.","email":"chandravati@luckyshrub.com","mobile_number":"+913854559033"},
        "customer_care_details":{"email":"support@luckyshrub.com","landline_number":"+913857614343"}}
        """;

    [Fact]
    public async Task CommerceSettings_SetByQuery_AreReadBackAndHideTheCatalog()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(1m, "USD"));
        const string path = Shop.Number + "/whatsapp_commerce_settings";

        Answer before = await shop.Get(path);
        (await shop.Post($"{path}?is_cart_enabled=false&is_catalog_visible=false")).AssertAccepted();
        Answer after = await shop.Get(path);

        Assert.Equal(("True", "True"), (before.Texts("is_cart_enabled")[0], before.Texts("is_catalog_visible")[0]));
        Assert.Equal(("False", "False"), (after.Texts("is_cart_enabled")[0], after.Texts("is_catalog_visible")[0]));
        Assert.False(shop.Cloud.Number.IsCatalogVisible);
        foreach (string message in (string[])[Wire.Product("apple"), Wire.ProductList("apple"), Wire.CatalogMessage()])
        {
            Answer refused = await shop.Stage.PostAsync(message);
            refused.AssertRefused(131009);
            Assert.Contains("is_catalog_visible", refused.Details, StringComparison.Ordinal);
        }

        (await shop.Post($"{path}?is_catalog_visible=perhaps")).AssertRefused(100);
        (await shop.Post(path)).AssertRefused(100);
    }

    [Fact]
    public async Task Compliance_Good_IsReadBackWithTheFieldsAskedFor()
    {
        await using Shop shop = await Shop.StartAsync();
        const string path = Shop.Number + "/business_compliance_info";

        JsonElement before = (await shop.Get(path)).Json.GetProperty("data")[0];
        (await shop.Post(path, Compliance)).AssertAccepted();
        JsonElement after = (await shop.Get($"{path}?fields=entity_name,is_registered,customer_care_details")).Json.GetProperty("data")[0];

        Assert.Equal(JsonValueKind.Null, before.GetProperty("entity_name").ValueKind);
        Assert.Equal("Lucky Shrub Private Limited", after.GetProperty("entity_name").GetString());
        Assert.Equal("support@luckyshrub.com", after.GetProperty("customer_care_details").GetProperty("email").GetString());
        Assert.False(after.TryGetProperty("entity_type", out _));
    }

    [Theory]
    [InlineData("\"messaging_product\":\"whatsapp\",", "", 400)]
    [InlineData("Lucky Shrub Private Limited", "L", 400)]
    [InlineData("\"PARTNERSHIP\"", "\"CLUB\"", 400)]
    [InlineData("\"PARTNERSHIP\"", "\"OTHER\"", 400)]
    [InlineData("\"PARTNERSHIP\"", "\"PARTNERSHIP\",\"entity_type_custom\":\"Club\"", 422)]
    [InlineData("\"PARTNERSHIP\"", "\"PUBLIC_COMPANY\"", 400)]
    [InlineData("chandravati@", "chandravati", 400)]
    [InlineData("\"name\":\"Chandravati P.\",", "", 400)]
    [InlineData("+913854559033", "03854559033", 422)]
    [InlineData("customer_care_details", "customer_care", 400)]
    public async Task Compliance_BrokenRule_Gives100(string good, string bad, int status)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Number}/business_compliance_info", Compliance.Replace(good, bad, StringComparison.Ordinal))).AssertRefused(
            100, status);
    }

    [Fact]
    public async Task Profile_SetInTwoSteps_KeepsWhatTheSecondDoesNotName()
    {
        await using Shop shop = await Shop.StartAsync();
        const string path = Shop.Number + "/whatsapp_business_profile";

        (await shop.Post(
            path,
            """{"messaging_product":"whatsapp","about":"Fruit","websites":["https://fruit.example"],"vertical":"RETAIL"}"""))
                .AssertAccepted();
        (await shop.Post(
            path, """{"messaging_product":"whatsapp","about":"Fruit and more","profile_picture_handle":"4::aW"}""")).AssertAccepted();
        Answer read = await shop.Get($"{path}?fields=about,vertical,websites,profile_picture_url");

        Assert.Equal(
            ("Fruit and more", "RETAIL", """["https://fruit.example"]"""),
            (read.Texts("about")[0], read.Texts("vertical")[0], read.Texts("websites")[0]));
        Assert.StartsWith("https://", read.Texts("profile_picture_url")[0], StringComparison.Ordinal);
        (await shop.Get($"{path}?fields=colour")).AssertRefused(100);
    }

    [Theory]
    [InlineData("""{"about":"Fruit"}""")]
    [InlineData("""{"messaging_product":"whatsapp","about":""}""")]
    [InlineData("""{"messaging_product":"whatsapp","email":"nobody"}""")]
    [InlineData("""{"messaging_product":"whatsapp","vertical":"FRUIT"}""")]
    [InlineData("""{"messaging_product":"whatsapp","websites":["https://a.example","https://b.example","https://c.example"]}""")]
    [InlineData("""{"messaging_product":"whatsapp","websites":["fruit"]}""")]
    [InlineData("""{"messaging_product":"whatsapp","websites":"https://a.example"}""")]
    public async Task Profile_BrokenRule_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Number}/whatsapp_business_profile", body)).AssertRefused(100);
    }

    [Theory]
    [InlineData("about", 139)]
    [InlineData("address", 256)]
    [InlineData("description", 512)]
    public async Task Profile_TextOfTheLimit_PassesAndOneMoreDoesNot(string member, int limit)
    {
        await using Shop shop = await Shop.StartAsync();
        Task<Answer> Set(int length) =>
            shop.Post(
                $"{Shop.Number}/whatsapp_business_profile",
                $$"""{"messaging_product":"whatsapp","{{member}}":"{{new string('x', length)}}"}""");

        (await Set(limit)).AssertAccepted();
        (await Set(limit + 1)).AssertRefused(100);
    }

    [Fact]
    public async Task Numbers_OfTheAccount_AreListedAndReadAlone()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), "tenant");
        shop.Cloud.AddAccount("400", PhoneNumber.Parse("+15550002222"), "another", "401");
        shop.Cloud.Number.QualityRating = "YELLOW";

        Answer list = await shop.Get($"{Shop.Account}/phone_numbers");
        Answer number = await shop.Get($"{Shop.Number}?fields=display_phone_number,quality_rating,code_verification_status");

        Assert.Equal(["300", Shop.Number], list.Texts("id"));
        Assert.Equal(
            ("+15550783881", "YELLOW", "VERIFIED"),
            (number.Text("display_phone_number"), number.Text("quality_rating"), number.Text("code_verification_status")));
        Assert.Equal(Shop.Account, (await shop.Get($"{Shop.Account}?fields=name")).MadeId);
    }

    [Fact]
    public async Task Callbacks_OfAccountAndNumber_AreKeptAndTakenBack()
    {
        await using Shop shop = await Shop.StartAsync();
        string account = shop.Stage.Callback.Address + "?of=account";
        string number = shop.Stage.Callback.Address + "?of=number";

        Answer subscribed =
            await shop.Post($"{Shop.Account}/subscribed_apps", $$"""{"override_callback_uri":"{{account}}","verify_token":"t"}""");
        (await shop.Post(
            Shop.Number, $$"""{"webhook_configuration":{"override_callback_uri":"{{number}}","verify_token":"t"} }""")).AssertAccepted();
        JsonElement configuration =
            (await shop.Get($"{Shop.Number}?fields=webhook_configuration")).Json.GetProperty("webhook_configuration");
        (await shop.Post(Shop.Number, """{"webhook_configuration":{"override_callback_uri":""} }""")).AssertAccepted();
        string[] before = (await shop.Get($"{Shop.Account}/subscribed_apps")).Texts("override_callback_uri");
        (await shop.Delete($"{Shop.Account}/subscribed_apps")).AssertAccepted();

        Assert.Equal([account], subscribed.Texts("override_callback_uri"));
        Assert.Equal((number, account),
            (configuration.GetProperty("phone_number").GetString(), configuration.GetProperty("whatsapp_business_account").GetString()));
        Assert.Null(shop.Cloud.Number.CallbackOverride);
        Assert.Equal([account], before);
        Assert.Empty((await shop.Get($"{Shop.Account}/subscribed_apps")).Texts("override_callback_uri"));
    }

    [Theory]
    [InlineData("""{"override_callback_uri":"https://a.example/hook"}""")]
    [InlineData("""{"override_callback_uri":"nowhere","verify_token":"t"}""")]
    public async Task Subscribe_BadCallback_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Account}/subscribed_apps", body)).AssertRefused(100);
        (await shop.Post(
            $"{Shop.Account}/subscribed_apps",
            $$"""{"override_callback_uri":"https://a.example/{{new string('x', 200)}}","verify_token":"t"}""")).AssertRefused(100);
    }

    [Fact]
    public async Task Blocks_AddedAndRemoved_AreListed()
    {
        await using Shop shop = await Shop.StartAsync();
        const string path = Shop.Number + "/block_users";

        Answer blocked = await shop.Post(path, Users("+16505551234", "US.13491208655302741918"));
        Answer list = await shop.Get(path);
        Answer unblocked = await shop.Delete(path, Users("+16505551234"));

        JsonElement first = blocked.Json.GetProperty("block_users").GetProperty("added_users")[0];
        Assert.Equal(("+16505551234", "16505551234"), (first.GetProperty("input").GetString(), first.GetProperty("wa_id").GetString()));
        Assert.Equal((["16505551234", "-"]), list.Texts("wa_id"));
        Assert.Equal(1, unblocked.Json.GetProperty("block_users").GetProperty("removed_users").GetArrayLength());
        Assert.Equal(["US.13491208655302741918"], (await shop.Get(path)).Texts("user_id"));
    }

    [Fact]
    public async Task Blocks_ByUserId_IsBlocked()
    {
        await using Shop shop = await Shop.StartAsync();
        const string path = Shop.Number + "/block_users";

        Answer blocked =
            await shop.Post(path, """{"messaging_product":"whatsapp","block_users":[{"user_id":"US.13491208655302741918"}]}""");

        Assert.Equal(
            "US.13491208655302741918",
            blocked.Json.GetProperty("block_users").GetProperty("added_users")[0].GetProperty("user_id").GetString());
    }

    [Fact]
    public async Task Blocks_SomeThatFail_AreNamedBesideThoseThatPass()
    {
        await using Shop shop = await Shop.StartAsync();
        EmulatedCustomer silent = shop.Cloud.Customer("+16505550000");
        await silent.SendTextAsync("Hi", Stage.Token);
        shop.Pass(TimeSpan.FromHours(25));

        Answer answer = await shop.Post($"{Shop.Number}/block_users", Users("+16505551234", "+16505550000", "nobody"));

        answer.AssertRefused(139100);
        JsonElement users = answer.Json.GetProperty("block_users");
        Assert.Equal(1, users.GetProperty("added_users").GetArrayLength());
        Assert.Equal(
            ["+16505550000", "nobody"],
            users.GetProperty("failed_users").EnumerateArray().Select(user => user.GetProperty("input").GetString()));
        (await shop.Post($"{Shop.Number}/block_users", """{"messaging_product":"whatsapp","block_users":[]}""")).AssertRefused(100);
        (await shop.Post($"{Shop.Number}/block_users", """{"block_users":[{"user":"+16505551234"}]}""")).AssertRefused(100);
    }

    private static string Users(params string[] users) =>
        $$"""{"messaging_product":"whatsapp","block_users":[{{string.Join(',', users.Select(user => $$"""{"user":"{{user}}"}"""))}}]}""";
}
