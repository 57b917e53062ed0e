namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0011.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("""Recipient to = {|WC0011:"0171 1234567"|};""")]
    [InlineData("""_ = PhoneNumber.Parse({|WC0011:"004917112345678"|});""")]
    [InlineData("""_ = Message.CatalogLink({|WC0011:"+1 650 CALL ME"|});""")]
    [InlineData("""Recipient to = {|WC0011:"12345"|};""")]
    [InlineData("""Recipient to = {|WC0011:"customer"|};""")]
    [InlineData("""Recipient to = Recipient.FromString({|WC0011:"+123456789012345678"|});""")]
    public Task Text_ThatIsNoNumber_IsFound(string statement) => Code.FindAsync<PhoneNumberAnalyzer>(Code.Statements(statement));

    [Theory]
    [InlineData("""Recipient to = "+1 (650) 555-1234";""")]
    [InlineData("""Recipient to = "US.13491208655302741918";""")]
    [InlineData("""_ = PhoneNumber.Parse("+44 (0)20 7946 0958");""")]
    [InlineData("""_ = PhoneNumber.Parse("0171 1234567", "DE");""")]
    [InlineData("""Recipient to = text; Recipient none = "";""")]
    public Task Text_ThatMayBeANumber_IsNotFound(string statement) => Code.FindAsync<PhoneNumberAnalyzer>(Code.Statements(statement));

    [Fact]
    public Task Text_ThatIsNoNumber_IsToldWhatToWrite() => Code.FindAsync<PhoneNumberAnalyzer>(
        Code.Statements("""Recipient to = {|#0:"0171 1234567"|};"""),
        Code.Message<PhoneNumberAnalyzer>(
            "WC0011",
            "This text cannot be a recipient: it begins with 0, as within a country; write + and the country code before the number, "
                + "without that 0"));

    [Fact]
    public Task Fix_TwoZeros_BecomeAPlus() => Code.FixAsync<PhoneNumberAnalyzer, LiteralFix>(
        Code.Statements("""_ = PhoneNumber.Parse({|WC0011:"0049 171 12345678"|});"""),
        Code.Statements("""_ = PhoneNumber.Parse("+49 171 12345678");"""));
}
