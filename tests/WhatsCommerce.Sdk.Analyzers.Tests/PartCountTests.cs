namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0003 and WC0004.</summary>
public sealed class PartCountTests
{
    [Theory]
    [InlineData("""_ = Message.ProductList("1").Section({|WC0003:null|}, "a").Section("B", "b");""")]
    [InlineData("""_ = Message.ProductList("1").Section("A", "a").Section({|WC0003:""|}, new RetailerId[] { "b" }).Build();""")]
    [InlineData("""_ = Message.ProductList("1").{|WC0003:Products|}("a").Section("B", "b");""")]
    [InlineData("""_ = Message.List("Open").Section("A", new ListRow("1", "One")).Section({|WC0003:null|}, new ListRow("2", "Two"));""")]
    [InlineData("""_ = Message.Template("t", "en").ProductListButton(0, "a", new ProductSection({|WC0003:null|}"""
        + """, "a"), new ProductSection("B", "b"));""")]
    public Task Section_WithoutATitleAmongOthers_IsFound(string statement) =>
        Code.FindAsync<PartCountAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""_ = Message.ProductList("1").Section(null, "a").Build();""")]
    [InlineData("""_ = Message.ProductList("1").Section(text, "a").Section(text, "b");""")]
    [InlineData("""_ = Message.ProductList("1").Section(null, "a").Products("b");""")]
    [InlineData("""_ = Message.List("Open").Rows(new ListRow("1", "One"));""")]
    public Task Section_WithATitleOrAlone_IsNotFound(string statement) => Code.FindAsync<PartCountAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Section_WithoutATitle_IsToldTheLimit() => Code.FindAsync<PartCountAnalyzer>(
        Code.Statements("""_ = Message.ProductList("1").Section({|#0:null|}, "a").Section("B", "b");"""),
        Code.Message<PartCountAnalyzer>(
            "WC0003",
            "Each section needs a title when there is more than one: give this section a title of at most 24 characters"));

    [Theory]
    [InlineData("""_ = Message.Buttons().Button("1", "1").Button("2", "2").Button("3", "3").{|WC0004:Button|}("4", "4");""")]
    [InlineData(
        """_ = Message.ProductList("1").{|WC0004:Products|}("1","2","3","4","5","6","7","8","9","10","11","12","13","14","15",  """
        + """ "16","17","18","19","20","21","22","23","24","25","26","27","28","29","30","31");""")]
    [InlineData("""_ = Message.ProductCarousel("1").{|WC0004:Products|}("1","2","3","4","5","6","7","8","9","10","11");""")]
    [InlineData("""
        _ = Message.ProductList("1").Section("1", "a").Section("2", "a").Section("3", "a").Section("4", "a").Section("5", "a")
            .Section("6", "a").Section("7", "a").Section("8", "a").Section("9", "a").Section("10", "a").{|WC0004:Section|}("11", "a");
        """)]
    public Task Parts_OverTheLimit_AreFound(string statement) => Code.FindAsync<PartCountAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""_ = Message.Buttons().Button("1", "1").Button("2", "2").Button("3", "3").Build();""")]
    [InlineData("""_ = Message.ProductList("1").Products(texts.Select(id => (RetailerId)id));""")]
    [InlineData("""_ = Message.ProductCarousel("1").Products("1","2","3","4","5","6","7","8","9","10").Build();""")]
    [InlineData("""_ = Message.ProductCarousel("1").Products(["1", .. texts.Select(id => (RetailerId)id)]);""")]
    public Task Parts_WithinTheLimitOrUnknown_AreNotFound(string statement) =>
        Code.FindAsync<PartCountAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Parts_OverTheLimit_AreToldWithTheirNumber() => Code.FindAsync<PartCountAnalyzer>(
        Code.Statements("""_ = Message.Buttons().Button("1", "1").Button("2", "2").Button("3", "3").{|#0:Button|}("4", "4");"""),
        Code.Message<PartCountAnalyzer>(
            "WC0004",
            "There are 4 buttons; at most 3 are allowed (MessageLimits.ReplyButtons): leave some out, or send several messages"));
}
