using Microsoft.CodeAnalysis.CSharp;

namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0001.</summary>
public sealed class OverLimitTests
{
    [Theory]
    [InlineData("""Message.ProductList("1").Section({|WC0001:"Fresh fruit and vegetables"|}, "apple");""")]
    [InlineData("""Message.Catalog().Body("Hi").Footer({|WC0001:"1234567890123456789012345678901234567890123456789012345678901"|});""")]
    [InlineData("""Message.Buttons().Header({|WC0001:"1234567890123456789012345678901234567890123456789012345678901"|});""")]
    [InlineData("""Message.List({|WC0001:"Everything that we sell"|});""")]
    [InlineData("""_ = new ListRow("id", {|WC0001:"Fresh fruit and vegetables"|});""")]
    [InlineData("""const string title = "Fresh fruit " + "and vegetables"; _ = new ProductSection({|WC0001:title|}, "a");""")]
    [InlineData("""Message.Template("cart", "en").Header({|WC0001:"1234567890123456789012345678901234567890123456789012345678901"|});""")]
    [InlineData("""Message.Template("cart", "en").UrlButton({|WC0001:10|}, "x");""")]
    [InlineData("""_ = new InventoryOptions { MaxBatchItems = {|WC0001:6000|} };""")]
    [InlineData("""RetailerId id = """
        + """{|WC0001:"12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"|};""")]
    public Task Literal_OverItsLimit_IsFound(string statement) => Code.FindAsync<OverLimitAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""Message.ProductList("1").Section("Fresh fruit, vegetables.", "apple");""")]
    [InlineData("""Message.ProductList("1").Section("🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎", "apple");""")]
    [InlineData("""Message.ProductList("1").Section(text + "Fresh fruit and vegetables", "apple");""")]
    [InlineData("""_ = new InventoryOptions { MaxBatchItems = 5000 };""")]
    [InlineData("""Message.Template("cart", "en").UrlButton(9, "x");""")]
    public Task Value_WithinItsLimitOrUnknown_IsNotFound(string statement) => Code.FindAsync<OverLimitAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""Message.List("Choose").Rows(new ListRow("l", "Medium, with extra long sleeves")).ShortenTitles().Build();""")]
    [InlineData("""Message.List("Everything that we sell").ShortenTitles().Section("Fresh fruit and vegetables").Build();""")]
    [InlineData("""Message.Buttons().ShortenTitles().Button("a", "A title that is far too long").TryBuild(out _, out _);""")]
    [InlineData("""Message.CallToAction("A title that is far too long", text).ShortenTitles();""")]
    [InlineData("""Message.ProductList("1").Section("Fresh fruit and vegetables", "apple").ShortenTitles().Build();""")]
    [InlineData("""var list = Message.List("Choose"); list.Section("Fresh fruit and vegetables"); list.ShortenTitles();""")]
    [InlineData("""ListRow row = new("l", "Medium, with extra long sleeves"); Message.List("Open").Rows(row).ShortenTitles().Build();""")]
    public Task Title_ThatIsShortened_IsNotFound(string statement) => Code.FindAsync<OverLimitAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Title_BesideAnotherThatIsShortened_IsFound() => Code.FindAsync<OverLimitAnalyzer>(Code.Statements(
        """
        Message.Buttons().Button("a", "A title that is far too long").ShortenTitles().Build();
        Message.Buttons().Button("a", {|WC0001:"A title that is far too long"|}).Build();
        """));

    [Fact]
    public Task Id_OfAButtonWhoseTitleIsShortened_IsFound() => Code.FindAsync<OverLimitAnalyzer>(Code.Statements(
        $$"""Message.Buttons().Button({|WC0001:"{{new string('x', 257)}}"|}, "One").ShortenTitles().Build();"""));

    [Fact]
    public Task Body_OfAList_HasTheLimitOfLists()
    {
        string body = new('x', 1025);
        return Code.FindAsync<OverLimitAnalyzer>(Code.Statements(
            $$"""Message.List("Open").Body("{{body}}"); Message.Catalog().Body({|WC0001:"{{body}}"|});"""));
    }

    [Fact]
    public Task Literal_OverItsLimit_IsToldWithItsLength() => Code.FindAsync<OverLimitAnalyzer>(
        Code.Statements("""_ = new ProductSection({|#0:"Fresh fruit and vegetables"|}, "a");"""),
        Code.Message<OverLimitAnalyzer>(
            "WC0001",
            "The section's title has 26 characters; at most 24 are allowed (MessageLimits.SectionTitle): shorten it"));

    [Fact]
    public void Table_EveryLine_IsAMemberOfTheSdk()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("table", references: Code.SdkReferences);

        Assert.Equal(
            [],
            LimitTable.All.Where(limited => !OverLimitAnalyzer.Find(compilation).ContainsValue(limited)).Select(
                limited => $"{limited.Type}.{limited.Member}({limited.Parameter})"));
    }
}
