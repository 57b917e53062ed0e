namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0010.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("""_ = new Money({|WC0010:(decimal)7.99|}, "EUR");""")]
    [InlineData("""double price = 7.99; _ = new Money({|WC0010:(decimal)price|}, "EUR");""")]
    [InlineData("""float price = 7.99f; _ = new Money({|WC0010:Convert.ToDecimal(price)|}, "EUR");""")]
    [InlineData("""double price = 7.99; _ = new Money({|WC0010:(decimal)price|} * 2, "EUR");""")]
    [InlineData("""double price = 7.99; _ = new Money(Math.Round({|WC0010:(decimal)price|} * 1.19m, 2), "EUR");""")]
    [InlineData("""double price = 7.99; _ = new Money(text is "" ? 0m : -{|WC0010:(decimal)price|}, "EUR");""")]
    [InlineData("""double price = 7.99; Money money = new(1, "EUR"); money = money with { Amount = {|WC0010:(decimal)price|} };""")]
    [InlineData("""Money money = new(7.99m, "EUR"); double amount = {|WC0010:(double)money.Amount|};""")]
    [InlineData("""Money money = new(7.99m, "EUR"); double amount = {|WC0010:Convert.ToDouble(money.Amount)|};""")]
    public Task Amount_ThatIsADouble_IsFound(string statement) => Code.FindAsync<MoneyAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""_ = new Money(7.99m, "EUR");""")]
    [InlineData("""_ = new Money(7, "EUR");""")]
    [InlineData("""decimal price = 7.99m; _ = new Money(price * 2, "EUR");""")]
    [InlineData("""int count = 3; _ = new Money(Math.Round((decimal)count / 7, 2), "EUR");""")]
    [InlineData("""double kilos = 1.5; _ = new Money(7.99m, "EUR") * (decimal)kilos;""")]
    [InlineData("""double latitude = (double)1.5m; decimal d = (decimal)latitude;""")]
    public Task Amount_ThatIsADecimal_IsNotFound(string statement) => Code.FindAsync<MoneyAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Amount_ThatIsADouble_IsToldSo() => Code.FindAsync<MoneyAnalyzer>(
        Code.Statements("""_ = new Money({|#0:(decimal)7.99|}, "EUR");"""),
        Code.Message<MoneyAnalyzer>(
            "WC0010", "An amount of money goes through double, which cannot hold most prices exactly: use decimal"));

    [Fact]
    public Task Fix_Literal_IsADecimal() => Code.FixAsync<MoneyAnalyzer, LiteralFix>(
        Code.Statements("""_ = new Money({|WC0010:(decimal)7.99|}, "EUR");"""),
        Code.Statements("""_ = new Money(7.99m, "EUR");"""));
}
