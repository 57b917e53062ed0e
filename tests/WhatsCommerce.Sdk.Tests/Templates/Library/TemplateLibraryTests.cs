using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates.Library;

/// <summary>Meta's library, several languages at once, comparison. Answers are those of Meta's pages.</summary>
public class TemplateLibraryTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"id":"17","status":"APPROVED","category":"UTILITY"}"""),
            StubMeta.Ok("""{"id":"18","status":"APPROVED","category":"AUTHENTICATION"}"""),
            StubMeta.Ok(
                """{"data":[{"id":"954638012257287","status":"APPROVED","language":"en_US"},"""
                    + """{"id":"2","status":"PENDING","language":"fr"}]}"""),
            StubMeta.Ok("""{"data":[]}"""));
        using TestClient client = Start(meta);
        TemplatesClient templates = client.Client.Templates;

        Assert.Empty(await templates.ListLibraryAsync(
            new() { Search = "payments", Topic = "ORDER_MANAGEMENT", UseCase = "ORDER_DELAY", Industry = "E_COMMERCE", Language = "en_US" },
            Token).ToListAsync(Token));
        CreatedTemplate created = await templates.CreateFromLibraryAsync(
            new("my_delivery_update", "en_US", "delivery_update_1")
            {
                Buttons =
                [
                    LibraryButtonInput.Url("https://www.example.com/{{1}}", "https://www.example.com/order_update"),
                    LibraryButtonInput.PhoneNumber("+16315551010"),
                ],
            },
            cancellationToken: Token);
        await templates.CreateFromLibraryAsync(
            new("my_code", "en_US", "verify_code_1")
            {
                Category = TemplateCategory.Authentication,
                Buttons = [LibraryButtonInput.CopyCode()],
                AddsSecurityRecommendation = true,
                CodeExpirationMinutes = 5,
            },
            cancellationToken: Token);
        IReadOnlyList<CreatedTemplate> upserted = await templates.UpsertAsync(
            Template.Authentication("codes", "en_US").SecurityRecommendation().CodeExpiration(10).CopyCodeButton("Copy it").Build(),
            ["en_US", "fr"],
            cancellationToken: Token);
        await templates.CompareAsync("5289179717853347", "1533406637136032", TemplateComparisonWindow.SevenDays, Token);

        Assert.Equal(TemplateStatus.Approved, created.Status);
        Assert.Equal(["en_US", "fr"], upserted.Select(template => template.Language));
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task ListLibraryAsync_MetasExamples_AreRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"data":[{"name":"delivery_failed_2_form","language":"en_US","category":"UTILITY","topic":"ORDER_MANAGEMENT",
              "usecase":"DELIVERY_FAILED","industry":["E_COMMERCE"],"body":"We were unable to deliver order {{1}} today.",
              "body_params":["#12345","try a redelivery"],"body_param_types":["TEXT","TEXT"],
              "buttons":[{"type":"FLOW","text":"Reschedule"}],"id":"7138055039625658"}]}
            """));
        using TestClient client = Start(meta);

        LibraryTemplate template =
            Assert.Single(await client.Client.Templates.ListLibraryAsync(cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(
            ("delivery_failed_2_form", "DELIVERY_FAILED", TemplateCategory.Utility), (template.Name, template.UseCase, template.Category));
        Assert.Equal(["TEXT", "TEXT"], template.BodyTypes);
        Assert.Equal("Reschedule", template.Buttons[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task CompareAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"data":[{"metric":"BLOCK_RATE","type":"RELATIVE","order_by_relative_metric":["1533406637136032","5289179717853347"]},
              {"metric":"MESSAGE_SENDS","type":"NUMBER_VALUES","number_values":[{"key":"5289179717853347","value":1273},
                {"key":"1533406637136032","value":1042}]},
              {"metric":"TOP_BLOCK_REASON","type":"STRING_VALUES",
              "string_values":[{"key":"5289179717853347","value":"UNKNOWN_BLOCK_REASON"},
                {"key":"1533406637136032","value":"SPAM"}]}]}
            """));
        using TestClient client = Start(meta);

        TemplateComparison comparison = await client.Client.Templates.CompareAsync(
            "5289179717853347", "1533406637136032", TemplateComparisonWindow.ThirtyDays, Token);

        Assert.Equal(["1533406637136032", "5289179717853347"], comparison.ByBlockRate.Select(id => id.Value!));
        Assert.Equal((1273L, "SPAM"), (comparison.Sends["5289179717853347"], comparison.TopBlockReasons["1533406637136032"]));
    }

    [Fact]
    public async Task Requests_OutsideOfTheRules_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Start(meta);
        TemplatesClient templates = client.Client.Templates;

        await Refused(() => templates.CreateFromLibraryAsync(new("Bad Name", "en_US", "a"), cancellationToken: Token), "name");
        await Refused(() => templates.CreateFromLibraryAsync(new("a", "en_US", " "), cancellationToken: Token), "library_template_name");
        await Refused(
            () => templates.CreateFromLibraryAsync(
                new("a", "en_US", "b") { Buttons = [LibraryButtonInput.Url("shop")] }, cancellationToken: Token),
            "library_template_button_inputs[0].url.base_url");
        await Refused(
            () => templates.CreateFromLibraryAsync(new("a", "en_US", "b") { CodeExpirationMinutes = 91 }, cancellationToken: Token),
            "library_template_body_inputs.code_expiration_minutes");
        await Refused(
            () => templates.UpsertAsync(Template.Utility("a", "en_US").Body("Hello!").Build(), ["en_US"], cancellationToken: Token),
            "category");
        await Refused(
            () => templates.UpsertAsync(Template.Authentication("a", "en_US").Build(), ["en_US", "en_US"], cancellationToken: Token),
            "languages[1]");
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => templates.CompareAsync("1", "2", (TemplateComparisonWindow)8, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => templates.CompareAsync("1", "2]", TemplateComparisonWindow.SevenDays, Token));
        Assert.Empty(meta.Requests);
    }

    private static TestClient Start(StubMeta meta) => new(
        Meta, options => options.BusinessAccountId = "102290129340398", time: new FakeTimeProvider(), handler: meta);

    private static async Task Refused(Func<Task> call, string path)
    {
        WhatsCommerceValidationException refused = await Assert.ThrowsAsync<WhatsCommerceValidationException>(call);
        Assert.Equal(path, Assert.Single(refused.Violations).Path);
    }
}
