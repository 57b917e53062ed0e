using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>Templates as Meta gives them back.</summary>
public class TemplateReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_Template_IsRead()
    {
        using TemplateApi api = new(StubMeta.Ok(
            """
            {"id": 77, "name": "cart", "language": "en_US", "status": "REJECTED", "category": "MARKETING", "sub_category": "CUSTOM",
             "previous_category": "UTILITY", "parameter_format": "POSITIONAL", "rejected_reason": "PROMOTIONAL",
             "quality_score": {"score": "YELLOW", "date": 1695}, "message_send_ttl_seconds": 3600, "cta_url_link_tracking_opted_out": true,
             "components": [
               {"type": "HEADER", "format": "TEXT", "text": "Hi {{1}}", "example": {"header_text": ["Pablo"]}},
               {"type": "BODY", "text": "Use {{1}} now.", "example": {"body_text": [["10OFF"]]}},
               {"type": "FOOTER", "text": "Bye"},
               {"type": "BUTTONS", "buttons": [{"type": "MPM", "text": "View items"}]}]}
            """));

        MessageTemplate template = await api.Templates.GetAsync("77", cancellationToken: Cancellation);

        Assert.Equal(new TemplateId("77"), template.Id);
        Assert.Equal(("cart", "en_US"), (template.Name, template.Language));
        Assert.Equal(
            (TemplateStatus.Rejected, TemplateRejectionReason.Promotional, TemplateQuality.Yellow),
            (template.Status, template.RejectionReason, template.Quality));
        Assert.Equal(
            (TemplateCategory.Marketing, TemplateCategory.Utility, TemplateSubCategory.Custom),
            (template.Category, template.PreviousCategory, template.SubCategory));
        Assert.True(template.OtherFields["cta_url_link_tracking_opted_out"].GetBoolean());
        TemplateDefinition definition = template.Definition!;
        Assert.Equal((TemplateHeaderFormat.Text, "Hi {{1}}"), (definition.Components.Header!.Format, definition.Components.Header.Text));
        Assert.Equal(["1"], definition.Components.Body!.Variables);
        Assert.Equal(["10OFF"], definition.Components.Body.Examples.Select(example => example.Text));
        Assert.Equal(
            ("Bye", TemplateButtonType.ProductList, TimeSpan.FromHours(1)),
            (definition.Components.Footer!.Text, definition.Components.Buttons[0].Type, definition.TimeToLive));
    }

    [Theory, InlineData("\"GREEN\""), InlineData("{\"score\":\"green\"}")]
    public void Quality_InEitherForm_IsRead(string json) =>
        Assert.Equal(
            TemplateQuality.Green,
            JsonSerializer.Deserialize($$"""{"quality_score":{{json}}}""", TemplatesJson.Default.MessageTemplate)!.Quality);

    [Theory, InlineData("null"), InlineData("7"), InlineData("{}"), InlineData("[]")]
    public void Quality_OfNoForm_IsAbsent(string json) =>
        Assert.False(
            JsonSerializer.Deserialize($$"""{"quality_score":{{json}}}""", TemplatesJson.Default.MessageTemplate)!.Quality.HasValue);

    [Fact]
    public void Words_InSmallLetters_AreTheSame()
    {
        MessageTemplate template =
            Read(
                """{"name":"a","language":"en","status":"approved","components":[{"type":"header","format":"product"},"""
                    + """{"type":"buttons","buttons":[{"type":"spm"}]}]}""");

        Assert.Equal(
            (TemplateStatus.Approved, TemplateHeaderFormat.Product, TemplateButtonType.Product),
            (template.Status, template.Components!.Header!.Format, template.Components.Buttons[0].Type));
    }

    [Fact]
    public void Unknown_ComponentsButtonsAndMembers_AreKeptAndWrittenAgain()
    {
        const string Components = """
            [{"type":"HEADER","format":"HOLOGRAM","depth":3},{"type":"BODY","text":"Hi","tone":"warm"},
            {"type":"FOOTER","text":"Bye","size":1},
             {"type":"BUTTONS","buttons":[{"type":"DANCE","text":"Go","steps":[1,2]}]},{"type":"CONFETTI","count":7}]
            """;
        MessageTemplate template =
            Read($$"""{"name":"a","language":"en","status":"NEWLY_INVENTED","category":"MARKETING","components":{{Components}}}""");

        JsonNode written = JsonNode.Parse(template.Definition!.ToJson())!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Components), written["components"]), written.ToString());
        Assert.Equal(("NEWLY_INVENTED", false), (template.Status.Value, template.Status.IsKnown));
        Assert.True(template.Definition.Shape.IsPartial);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[7, null, \"x\", []]")]
    [InlineData("""[{"type":7},{"type":"HEADER","format":7,"text":7,"example":"x"},{"type":"BODY","example":{"body_text":{}}}]""")]
    [InlineData("""[{"type":"BUTTONS","buttons":7},{"type":"BUTTONS","buttons":[7]},{"type":"CAROUSEL","cards":[{"components":7}]}]""")]
    [InlineData("""[{"type":"BODY","text":"\ud83c"}]""")]
    public void Components_OfNoForm_DoNotThrow(string components)
    {
        MessageTemplate template = Read($$"""{"name":"a","language":"en","components":{{components}}}""");

        Assert.Equal("a", template.Name);
        _ = template.Definition?.Shape.ToString();
    }

    [Fact]
    public void Definition_ComponentsThatWereNotAskedFor_IsAbsent() => Assert.Null(Read("""{"name":"a","language":"en"}""").Definition);

    [Theory, MemberData(nameof(MetaTemplateExampleTests.Files), MemberType = typeof(MetaTemplateExampleTests))]
    public void Components_OfEveryExample_AreReadAndWrittenWithoutLoss(string folder, string file)
    {
        JsonObject example = MetaTemplateExampleTests.Read(folder, file);

        TemplateDefinition read = Read(example.ToJsonString()).Definition!;

        Assert.True(
            JsonNode.DeepEquals(Capitals(example["components"]!), Capitals(JsonNode.Parse(read.ToJson())!["components"]!)),
            $"Meta's:\n{example}\nRead and written:\n{JsonNode.Parse(read.ToJson())}");
    }

    [Fact]
    public void List_OfTheContract_IsRead()
    {
        JsonElement answer = SharedMaterial.ReadJson(
            "catalog/templates-other", "051-template-list-response-btn-quick-reply-header-te--get-responses-example-response.json");

        IReadOnlyList<MessageTemplate> templates =
            JsonSerializer.Deserialize(answer, TemplatesJson.Default.PageResponseMessageTemplate)!.Data!;

        Assert.Equal(["hello_world", "2023_april_promo"], templates.Select(template => template.Name));
        Assert.Equal("ACCOUNT_UPDATE", templates[0].PreviousCategory.Value);
        Assert.Equal(
            "2023_april_promo (en_US): body {{1}}, {{2}}; quick_reply button 0 payload (optional)",
            templates[1].Definition!.Shape.ToString());
    }

    private static MessageTemplate Read(string json) => JsonSerializer.Deserialize(json, TemplatesJson.Default.MessageTemplate)!;

    private static JsonNode Capitals(JsonNode node)
    {
        foreach (JsonObject part in Objects(node))
        {
            foreach (string word in (string[])["type", "format"])
            {
                if ((part[word] as JsonValue)?.TryGetValue(out string? text) == true)
                {
                    part[word] = text!.ToUpperInvariant();
                }
            }
        }

        return node;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => [json, .. json.SelectMany(member => Objects(member.Value))],
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
