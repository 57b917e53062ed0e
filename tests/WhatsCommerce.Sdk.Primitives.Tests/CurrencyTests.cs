namespace WhatsCommerce.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("CLP", 0)]
    [InlineData("VND", 0)]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("INR", 2)]
    [InlineData("BRL", 2)]
    [InlineData("IDR", 2)] // two by the standard, though shops rarely print them
    [InlineData("KWD", 3)]
    [InlineData("BHD", 3)]
    [InlineData("TND", 3)]
    [InlineData("CLF", 4)]
    [InlineData("UYW", 4)]
    public void MinorUnits_ListedCurrency_AreThoseOfIso4217(string code, int digits) => Assert.Equal(digits, new Currency(code).MinorUnits);

    [Fact]
    public void MinorUnits_UnlistedCurrency_AreUnknown() => Assert.Null(new Currency("XYZ").MinorUnits);

    [Fact]
    public void IsKnown_ListedCurrency_IsTrue() => Assert.True(new Currency("USD").IsKnown);

    [Fact]
    public void Code_UnlistedCurrency_IsKept()
    {
        Currency currency = "XYZ";

        Assert.False(currency.IsKnown);
        Assert.Equal("XYZ", currency.Code);
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("Usd")]
    [InlineData(" USD ")]
    [InlineData("usd\n")]
    public void Code_WrittenOtherwise_IsNormalized(string text) => Assert.Equal(new Currency("USD"), text);

    [Fact]
    public void Code_LetterThatAnotherCultureUppersDifferently_IsNormalizedTheSame() =>
        Assert.Equal("INR", ForeignCulture.Run(() => new Currency("inr").Code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Code_NullOrBlank_IsAbsent(string? text)
    {
        Assert.Equal(default, new Currency(text));
        Assert.Null(new Currency(text).Code);
        Assert.Null(new Currency(text).MinorUnits);
    }

    [Fact]
    public void IsKnown_Default_IsFalse() => Assert.False(default(Currency).IsKnown);

    [Fact]
    public void ToString_Currency_IsTheCode() => Assert.Equal("USD", new Currency("usd").ToString());

    [Fact]
    public void ToString_Default_IsEmpty() => Assert.Equal("", default(Currency).ToString());
}
