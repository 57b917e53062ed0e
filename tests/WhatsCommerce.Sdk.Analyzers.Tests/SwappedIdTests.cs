namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0002.</summary>
public sealed class SwappedIdTests
{
    [Theory]
    [InlineData("""_ = Message.Product({|WC0002:"apple-1kg"|}, "146265584024623").Build();""")]
    [InlineData("""_ = Message.ProductList({|WC0002:"apple-1kg"|});""")]
    [InlineData("""_ = new CatalogId({|WC0002:"my catalog"|});""")]
    [InlineData("""const string sku = "sku-1"; CatalogId id = {|WC0002:sku|};""")]
    public Task Text_ThatIsNoCatalogId_IsFound(string statement) => Code.FindAsync<SwappedIdAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""_ = Message.Product("146265584024623", "apple-1kg").Build();""")]
    [InlineData("""_ = Message.Product("146265584024623", "4006381333931").Build();""")]
    [InlineData("""_ = Message.ProductList(text);""")]
    [InlineData("""CatalogId none = ""; CatalogId absent = (string?)null;""")]
    public Task Text_ThatMayBeACatalogId_IsNotFound(string statement) => Code.FindAsync<SwappedIdAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Ids_Swapped_AreToldSo() => Code.FindAsync<SwappedIdAnalyzer>(
        Code.Statements("""_ = Message.Product({|#0:"apple-1kg"|}, "146265584024623").Build();"""),
        Code.Message<SwappedIdAnalyzer>(
            "WC0002", "\"apple-1kg\" is not a catalog id, which consists of digits: swap it with the retailer id"));

    [Fact]
    public Task Fix_SwappedIds_StandInTheirPlaces() => Code.FixAsync<SwappedIdAnalyzer, SwapIdsFix>(
        Code.Statements("""_ = Message.Product({|WC0002:"apple-1kg"|}, "146265584024623").Build();"""),
        Code.Statements("""_ = Message.Product("146265584024623", "apple-1kg").Build();"""));
}
