using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Templates over the wire: made, reviewed, listed, edited, deleted, sent.</summary>
public sealed class TemplateTests
{
    private const string Path = Shop.Account + "/message_templates";

    public static TheoryData<string> Examples() =>
        [.. Names("catalog"), .. Names("catalog", "templates-other").Select(name => "templates-other/" + name)];

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Examples))]
    public async Task Create_MetasExample_IsAcceptedAndReadBackAsItCame(string file)
    {
        await using Shop shop = await Shop.StartAsync();
        JsonElement example = SharedMaterial.ReadJson(["catalog", .. file.Split('/')]);
        Assert.SkipWhen(
            example.GetRawText().Contains("\"<", StringComparison.Ordinal)
                || !example.TryGetProperty("language", out _)
                || !example.GetProperty("category").GetString()!.All(char.IsAsciiLetter),
            "Skipped: the example has placeholders in place of values, or is one for several languages.");

        Answer made = await shop.Post(Path, example.GetRawText());

        made.AssertAccepted();
        Answer read = await shop.Get($"{made.MadeId}?fields=components,name,language");
        Assert.True(JsonElement.DeepEquals(example.GetProperty("components"), read.Json.GetProperty("components")));
        Assert.Equal(example.GetProperty("name").GetString(), read.Text("name"));
    }

    [Fact]
    public async Task Send_AnyNameWhileTheAccountHasNoTemplate_IsTaken()
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(Named("anything"))).AssertAccepted();
    }

    [Fact]
    public async Task Send_NameThatTheAccountLacksBesideOthers_Is132001()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Templates.Add(
            """{"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");

        (await stage.PostAsync(Named("hello"))).AssertAccepted();
        (await stage.PostAsync(Named("anything"))).AssertRefused(132001, 404);
    }

    [Fact]
    public async Task Send_AnyNameWhenTemplatesMustExist_Is132001()
    {
        await using Stage stage = await Stage.StartAsync(new() { TemplatesMustExist = true });

        (await stage.PostAsync(Named("anything"))).AssertRefused(132001, 404);
    }

    private static string Named(string name) =>
        $$"""{"messaging_product":"whatsapp","to":"+16505551234","type":"template","template":{"name":"{{name}}","language":"""
            + $$"""{"code":"en_US"} } }""";

    [Fact]
    public async Task Create_Good_IsPendingThenApproved()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer made = await shop.Post(Path, Template());
        string before = (await shop.Get(made.MadeId)).Text("status");
        shop.Pass(TimeSpan.FromMinutes(5));
        Answer after = await shop.Get(made.MadeId);

        Assert.Equal(("PENDING", "UTILITY"), (made.Text("status"), made.Text("category")));
        Assert.Equal(("PENDING", "APPROVED"), (before, after.Text("status")));
        Assert.Equal(("hello", "en_US", "POSITIONAL"), (after.Text("name"), after.Text("language"), after.Text("parameter_format")));
    }

    [Fact]
    public async Task Reject_ByTheTest_ShowsWithItsReasonAfterTheReview()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Templates.Reject("hello", "TAG_CONTENT_MISMATCH");

        Answer made = await shop.Post(Path, Template());
        shop.Pass(TimeSpan.FromMinutes(5));
        Answer read = await shop.Get($"{made.MadeId}?fields=status,rejected_reason");

        Assert.Equal("PENDING", made.Text("status"));
        Assert.Equal(("REJECTED", "TAG_CONTENT_MISMATCH"), (read.Text("status"), read.Text("rejected_reason")));
        Assert.Equal("REJECTED", Assert.Single(shop.Cloud.Templates.Items).Status);
    }

    public static TheoryData<string, string, int?> Wrong() => new()
    {
        { "no name", """{"language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi"}]}""", null },
        { "capital letters in the name", Template(name: "Hello"), null },
        { "name too long", Template(name: new string('a', 513)), null },
        { "no language", """{"name":"a","category":"UTILITY","components":[{"type":"BODY","text":"Hi"}]}""", null },
        { "unknown category", Template(category: "SALES"), null },
        { "no components", """{"name":"a","language":"en","category":"UTILITY"}""", null },
        { "no body", Of("""{"type":"FOOTER","text":"Bye"}"""), 2388072 },
        { "two bodies", Of("""{"type":"BODY","text":"Hi"},{"type":"BODY","text":"Ho"}"""), null },
        { "a line break in the header", Of("""{"type":"HEADER","format":"TEXT","text":"Fresh\ntoday"},""" + Body("Hi")), 2388047 },
        { "an emoji in the header", Of("""{"type":"HEADER","format":"TEXT","text":"Fresh 🍎"},""" + Body("Hi")), 2388047 },
        { "an asterisk in the header", Of("""{"type":"HEADER","format":"TEXT","text":"Fresh* today"},""" + Body("Hi")), 2388047 },
        { "an address for a handle", Of(
            """{"type":"HEADER","format":"IMAGE","example":{"header_handle":["https://shop.example/a.jpg"]} },""" + Body("Hi")), 2388047 },
        { "formatting in the footer", Of(Body("Hi") + "," + """{"type":"FOOTER","text":"Until *Sunday*"}"""), 2388073 },
        { "an emoji in the footer", Of(Body("Hi") + "," + """{"type":"FOOTER","text":"Bye ⭐"}"""), 2388073 },
        { "a variable in a label", Of(
            Body("Hi") + "," + """{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes {{1}}"}]}"""), null },
        { "an emoji in a label", Of(Body("Hi") + "," + """{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes ✅"}]}"""), null },
        { "formatting in a label", Of(
            Body("Hi") + "," + """{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"_Yes_"}]}"""), null },
        { "a line break in a label", Of(
            Body("Hi") + "," + """{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes\nplease"}]}"""), null },
        { "body too long", Of(Body(new string('x', 1025))), 2388040 },
        { "variables with a gap", Of("""{"type":"BODY","text":"Hi {{1}} and {{3}}!","example":{"body_text":[["a","b"]]} }"""), 2388072 },
        { "variable without example", Of(Body("Hi {{1}}!")), 2388072 },
        { "variable at the end", Of("""{"type":"BODY","text":"Hi {{1}}","example":{"body_text":[["a"]]} }"""), 2388299 },
        { "header too long", Of($$"""{"type":"HEADER","format":"TEXT","text":"{{new string('x', 61)}}"},{{Body("Hi")}}"""), 2388040 },
        { "two variables in the header", Of(
            $$"""{"type":"HEADER","format":"TEXT","text":"{{"{{1}} {{2}}!"}}","example":{"header_text":["a"]} },{{Body("Hi")}}"""),
        2388047 },
        { "picture without example", Of($$"""{"type":"HEADER","format":"IMAGE"},{{Body("Hi")}}"""), 2388047 },
        { "footer too long", Of($$"""{{Body("Hi")}},{"type":"FOOTER","text":"{{new string('x', 61)}}"}"""), 2388040 },
        { "variable in the footer", Of(Body("Hi") + """,{"type":"FOOTER","text":"Bye {{1}}"}"""), 2388073 },
        { "eleven buttons", Of(Buttons([.. Enumerable.Repeat("""{"type":"QUICK_REPLY","text":"Yes"}""", 11)])), null },
        { "three links", Of(Buttons([.. Enumerable.Repeat("""{"type":"URL","text":"Go","url":"https://x.example"}""", 3)])), null },
        { "two catalogs", Of(
            Buttons("""{"type":"CATALOG","text":"View catalog"}""", """{"type":"CATALOG","text":"View catalog"}""")), null },
        { "quick replies apart", Of(Buttons(
            """{"type":"QUICK_REPLY","text":"A"}""",
            """{"type":"URL","text":"Go","url":"https://x.example"}""",
            """{"type":"QUICK_REPLY","text":"B"}""")), null },
        { "button text too long", Of(Buttons($$"""{"type":"QUICK_REPLY","text":"{{new string('x', 26)}}"}""")), 2388040 },
        { "coupon code too long", Of(Buttons($$"""{"type":"COPY_CODE","example":"{{new string('X', 21)}}"}""")), 2388040 },
        { "unknown button", Of(Buttons("""{"type":"LEVER","text":"Pull"}""")), null },
        { "one card", Of(Carousel(Card())), null },
        { "cards of two shapes", Of(Carousel(Card(), Card("image"))), null },
        { "card without header", Of(Carousel("""{"components":[]}""", """{"components":[]}""")), 2388047 },
        { "offer with footer", Of(Offer() + """,{"type":"FOOTER","text":"Bye"}""", "MARKETING"), 2388073 },
        { "offer of utility", Of(Offer()), null },
        { "offer with a long text", Of(Offer("Seventeen letters"), "MARKETING"), 2388040 },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Create_BrokenRule_Gives100WithItsSubcode(string what, string body, int? subcode)
    {
        await using Shop shop = await Shop.StartAsync();

        Answer answer = await shop.Post(Path, body);

        Assert.True(answer.Code == 100, $"{what}: {answer.Json}");
        Assert.Equal(
            subcode, answer.Json.GetProperty("error").TryGetProperty("error_subcode", out JsonElement code) ? code.GetInt32() : null);
        Assert.Empty(shop.Cloud.Templates.Items);
    }

    [Fact]
    public async Task Create_SameNameAndLanguageTwice_Gives2388024ButAnotherLanguagePasses()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Post(Path, Template());

        AssertSubcode(2388024, await shop.Post(Path, Template()));
        (await shop.Post(Path, Template(language: "de"))).AssertAccepted();
    }

    [Fact]
    public async Task Create_OneMoreThan250_Gives2388019()
    {
        await using Shop shop = await Shop.StartAsync();
        for (int i = 0; i < 250; i++)
        {
            shop.Cloud.Templates.Add(Template($"t{i}"));
        }

        AssertSubcode(2388019, await shop.Post(Path, Template()));
    }

    [Fact]
    public async Task List_FilteredAndPaged_GivesEachOnce()
    {
        await using Shop shop = await Shop.StartAsync();
        foreach (string name in (string[])["a", "b", "c"])
        {
            shop.Cloud.Templates.Add(Template(name));
        }

        shop.Cloud.Templates.Pause("b");

        Answer first = await shop.Get($"{Path}?limit=2&fields=name,status");
        string after = first.Json.GetProperty("paging").GetProperty("cursors").GetProperty("after").GetString()!;
        Answer second = await shop.Get($"{Path}?limit=2&after={after}");

        Assert.Equal(["a", "b"], first.Texts("name"));
        Assert.Equal(["APPROVED", "PAUSED"], first.Texts("status"));
        Assert.Equal(["c"], second.Texts("name"));
        Assert.Equal(["b"], (await shop.Get($"{Path}?status=PAUSED,REJECTED")).Texts("name"));
        Assert.Equal(["c"], (await shop.Get($"{Path}?name=c")).Texts("name"));
        shop.Cloud.ExpireCursors();
        (await shop.Get($"{Path}?limit=2&after={after}")).AssertRefused(131059);
    }

    [Fact]
    public async Task Edit_Approved_IsReviewedAgainAndPossibleOnceADay()
    {
        await using Shop shop = await Shop.StartAsync();
        string id = shop.Cloud.Templates.Add(Template());
        string change = $$"""{"components":[{{Body("Good evening")}}]}""";

        (await shop.Post(id, change)).AssertAccepted();
        Answer pending = await shop.Get(id);
        (await shop.Post(id, change)).AssertRefused(100);
        shop.Pass(TimeSpan.FromHours(1));
        (await shop.Post(id, change)).AssertRefused(100);
        shop.Pass(TimeSpan.FromHours(23));

        Assert.Equal("PENDING", pending.Text("status"));
        Assert.Contains("Good evening", pending.Text("components"), StringComparison.Ordinal);
        (await shop.Post(id, """{"category":"MARKETING"}""")).AssertRefused(100);
        (await shop.Post(id, """{"components":[]}""")).AssertRefused(100);
        (await shop.Post(id, change)).AssertAccepted();
    }

    [Fact]
    public async Task Delete_ByName_TakesAllLanguagesAndKeepsTheNameFor30Days()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Templates.Add(Template());
        string german = shop.Cloud.Templates.Add(Template(language: "de"));
        shop.Cloud.Templates.Add(Template("other"));

        (await shop.Delete($"{Path}?name=hello&hsm_id={german}")).AssertAccepted();
        string[] afterOne = [.. shop.Cloud.Templates.Items.Select(template => template.Name + "." + template.Language)];
        (await shop.Delete($"{Path}?name=hello")).AssertAccepted();

        Assert.Equal(["hello.en_US", "other.en_US"], afterOne);
        Assert.Equal("other", Assert.Single(shop.Cloud.Templates.Items).Name);
        AssertSubcode(2593002, await shop.Delete($"{Path}?name=hello"));
        AssertSubcode(2388023, await shop.Post(Path, Template()));
        shop.Pass(TimeSpan.FromDays(30));
        (await shop.Post(Path, Template())).AssertAccepted();
        (await shop.Get(german)).AssertRefused(100);
    }

    [Fact]
    public async Task Send_AccountWithTemplates_TakesOnlyWhatIsApprovedAndFits()
    {
        await using Shop shop = await Shop.StartAsync();
        (await shop.Stage.PostAsync(Sending("any"))).AssertAccepted();
        shop.Cloud.Templates.Add(
            """{"name":"hi","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hi {{1}}!","example":"""
                + """{"body_text":[["Pablo"]]} }]}""");
        await shop.Post(Path, Template("waiting"));
        string parameter = """,{"type":"body","parameters":[{"type":"text","text":"Pablo"}]}""";

        (await shop.Stage.PostAsync(Sending("any"))).AssertRefused(132001, 404);
        (await shop.Stage.PostAsync(Sending("hi", "de"))).AssertRefused(132001, 404);
        (await shop.Stage.PostAsync(Sending("waiting"))).AssertRefused(132001, 404);
        (await shop.Stage.PostAsync(Sending("hi"))).AssertRefused(132000);
        (await shop.Stage.PostAsync(Sending("hi", components: parameter[1..]))).AssertAccepted();
        shop.Cloud.Templates.Pause("hi");
        (await shop.Stage.PostAsync(Sending("hi", components: parameter[1..]))).AssertRefused(132015);
        shop.Cloud.Templates.Disable("hi");
        (await shop.Stage.PostAsync(Sending("hi", components: parameter[1..]))).AssertRefused(132016);
        shop.Cloud.Templates.Approve("hi");
        (await shop.Stage.PostAsync(Sending("hi", components: parameter[1..]))).AssertAccepted();
    }

    [Fact]
    public async Task Add_BadDefinition_IsAnArgumentError()
    {
        await using Shop shop = await Shop.StartAsync();

        Assert.Contains(
            "lower-case",
            Assert.Throws<ArgumentException>(() => shop.Cloud.Templates.Add(Template("Hello"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shop.Cloud.Templates.Add("{"));
    }

    private static IEnumerable<string> Names(params string[] folder) =>
        SharedMaterial.JsonFiles(folder).Where(name => name.Contains("-template-create", StringComparison.Ordinal));

    private static string Template(string name = "hello", string language = "en_US", string category = "UTILITY") =>
        $$"""{"name":"{{name}}","language":"{{language}}","category":"{{category}}","components":[{{Body("Good morning")}}]}""";

    private static string Of(string components, string category = "UTILITY") =>
        $$"""{"name":"a","language":"en","category":"{{category}}","components":[{{components}}]}""";

    private static string Body(string text) => $$"""{"type":"BODY","text":"{{text}}"}""";

    private static string Buttons(params string[] buttons) =>
        $$"""{{Body("Hi")}},{"type":"BUTTONS","buttons":[{{string.Join(',', buttons)}}]}""";

    private static string Carousel(params string[] cards) =>
        $$"""{{Body("Hi")}},{"type":"carousel","cards":[{{string.Join(',', cards)}}]}""";

    private static string Card(string header = "product") =>
        $$"""{"components":[{"type":"header","format":"{{header}}"},{"type":"buttons","buttons":"""
            + $$"""[{"type":"quick_reply","text":"More"}]}]}""";

    private static string Offer(string text = "Expiring!") =>
        $$"""{{Body("Hi")}},{"type":"limited_time_offer","limited_time_offer":{"text":"{{text}}","has_expiration":true} }""";

    private static string Sending(string name, string language = "en_US", string components = "") => $$"""
        {"messaging_product":"whatsapp","to":"+16505551234","type":"template",
        "template":{"name":"{{name}}","language":{"code":"{{language}}"},"components":[{{components}}]} }
        """;

    private static void AssertSubcode(int subcode, Answer answer)
    {
        answer.AssertRefused(100);
        Assert.Equal(subcode, answer.Json.GetProperty("error").GetProperty("error_subcode").GetInt32());
        Assert.False(string.IsNullOrEmpty(answer.Json.GetProperty("error").GetProperty("error_user_msg").GetString()));
    }
}
