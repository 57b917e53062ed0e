namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0006 and WC0007.</summary>
public sealed class TemplateTests
{
    private const string Cart = """
        {
          "name": "cart", "language": "en", "status": "APPROVED", "category": "MARKETING", "id": "594425479261596",
          "components": [
            { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } },
            { "type": "BODY", "text": "Hi {{1}}, your code is {{2}}." },
            { "type": "FOOTER", "text": "Bye" },
            { "type": "BUTTONS", "buttons": [
              { "type": "QUICK_REPLY", "text": "Stop" },
              { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" } ] } ]
        }
        """;

    private const string Named = """
        { "data": [ {
          "name": "welcome", "language": "en", "parameter_format": "NAMED",
          "components": [ { "type": "BODY", "text": "Hi {{first_name}}, order {{order}} is on its way." } ] } ], "paging": {} }
        """;

    private static readonly (string, string)[] Files = [("cart.template.json", Cart), ("all/named.template.json", Named)];

    private const string Image = """ImageHeader(MediaSource.FromLink("https://example.com/a.png"))""";

    [Theory]
    [InlineData("""_ = Message.Template("cart", "en").""" + Image + """.{|WC0006:Body|}("Pablo").Build();""")]
    [InlineData("""_ = Message.{|WC0006:Template|}("cart", "en").""" + Image + """.Build();""")]
    [InlineData("""_ = Message.Template("cart", "en").{|WC0006:Header|}("Hi").Body("a", "b");""")]
    [InlineData("""_ = Message.{|WC0006:Template|}("cart", "en").Body("a", "b").Build();""")]
    [InlineData("""_ = Message.Template("cart", "en").{|WC0006:QuickReplyButton|}(1, "stop");""")]
    [InlineData("""_ = Message.Template("cart", "en").{|WC0006:UrlButton|}(2, "a");""")]
    [InlineData("""_ = Message.Template("welcome", "en").{|WC0006:Body|}("Pablo", "42").Build();""")]
    [InlineData("""_ = Message.Template("welcome", "en").{|WC0006:Body|}(("first_name", "Pablo"), ("number", "42")).Build();""")]
    [InlineData("""_ = Message.Template("cart", "en").{|WC0006:Body|}(("a", "Pablo"), ("b", "42"));""")]
    [InlineData("""_ = Message.Template("welcome", "en").{|WC0006:ImageHeader|}(MediaSource.FromLink("https://example.com/a.png"));""")]
    public Task Parameters_ThatDoNotFit_AreFound(string statement) =>
        Code.FindAsync<TemplateAnalyzer>(Code.Statements(statement), Files);

    [Theory]
    [InlineData("""_ = Message.Template("cart", "en").""" + Image + """.Body("Pablo", "10OFF").UrlButton(1, "a").Build();""")]
    [InlineData("""_ = Message.Template("cart", "de").Body("Pablo").Build();""")]
    [InlineData("""_ = Message.Template(text, "en").Body("Pablo").Build();""")]
    [InlineData("""_ = Message.Template("welcome", "en").Body(("first_name", text), ("order", "42")).Build();""")]
    [InlineData("""_ = Message.Template("welcome", "en").Body(TemplateParameter.Text("a").Named("order"), """
        + """TemplateParameter.Text("b").Named("first_name"));""")]
    [InlineData("""var builder = Message.Template("cart", "en"); builder.Body(texts.Select(t => (TemplateParameter)t));""")]
    public Task Parameters_ThatFitOrAreUnknown_AreNotFound(string statement) =>
        Code.FindAsync<TemplateAnalyzer>(Code.Statements(statement), Files);

    [Fact]
    public Task Parameters_TooFew_AreToldWithTheTemplate() => Code.FindAsync<TemplateAnalyzer>(
        Code.Statements("""_ = Message.Template("cart", "en").{|#0:Body|}("Pablo");"""),
        Code.Message<TemplateAnalyzer>(
            "WC0006", "Template cart (en): its body has 2 variables ({{1}}, {{2}}), and the message gives 1"),
        Files);

    [Theory]
    [InlineData("{", "line 1 is not JSON, expected '\"'")]
    [InlineData("{ \"name\": \"cart\" }", "it lacks \"name\", \"language\" or \"components\"")]
    [InlineData("[\n{},\n]", "line 3 is not JSON, expected a value")]
    public Task File_ThatHoldsNoTemplate_IsFound(string content, string problem) => Code.FindAsync<TemplateAnalyzer>(
        Code.Statements(""),
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Rule.UnreadableTemplate)
            .WithSpan("cart.template.json", 1, 1, 1, 1)
            .WithMessage($"cart.template.json is not a template as Meta's GET /message_templates returns it: {problem}"),
        ("cart.template.json", content));

    [Theory]
    [InlineData("cart.json", "{")]
    [InlineData("list.template.json", "[]")]
    [InlineData(
        "one.template.json", """{ "name": "a\u0062\n", "language": "en", "components": [], "x": [1.5e3, true, false, null, {}] }""")]
    public Task File_ThatIsATemplateOrNoneOfOurs_IsNotFound(string file, string content) =>
        Code.FindAsync<TemplateAnalyzer>(Code.Statements(""), (file, content));
}
