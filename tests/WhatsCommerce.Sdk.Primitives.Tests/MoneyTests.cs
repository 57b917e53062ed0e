namespace WhatsCommerce.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Multiply_ATenthByThree_IsExact() => Assert.Equal(new Money(0.3m, "USD"), new Money(0.1m, "USD") * 3);

    [Fact]
    public void Add_AHundredTimesACent_IsExactlyADollar()
    {
        Money sum = new(0m, "USD");
        for (int i = 0; i < 100; i++)
        {
            sum += new Money(0.01m, "USD");
        }

        Assert.Equal(new Money(1m, "USD"), sum);
    }

    [Theory]
    [InlineData(799, "JPY", "799")]
    [InlineData(799, "USD", "7.99")]
    [InlineData(799, "KWD", "0.799")]
    [InlineData(799, "CLF", "0.0799")]
    [InlineData(-799, "USD", "-7.99")]
    [InlineData(0, "USD", "0")]
    public void FromMinorUnits_DigitsOfTheCurrency_GivesWholeUnits(long minorUnits, string currency, string amount) =>
        Assert.Equal(new Money(Decimal(amount), currency), Money.FromMinorUnits(minorUnits, currency));

    [Theory]
    [InlineData("799", "JPY", 799)]
    [InlineData("7.99", "USD", 799)]
    [InlineData("7.990000", "USD", 799)]
    [InlineData("30", "USD", 3000)]
    [InlineData("0.799", "KWD", 799)]
    [InlineData("0.0799", "CLF", 799)]
    [InlineData("-7.99", "USD", -799)]
    [InlineData("0", "USD", 0)]
    public void ToMinorUnits_DigitsOfTheCurrency_GivesTheInteger(string amount, string currency, long minorUnits) =>
        Assert.Equal(minorUnits, new Money(Decimal(amount), currency).ToMinorUnits());

    [Theory]
    [InlineData(long.MaxValue, "JPY")]
    [InlineData(long.MaxValue, "USD")]
    [InlineData(long.MaxValue, "CLF")]
    [InlineData(long.MinValue, "JPY")]
    [InlineData(long.MinValue, "USD")]
    [InlineData(long.MinValue, "CLF")]
    public void ToMinorUnits_LargestThereAre_ComeBack(long minorUnits, string currency) =>
        Assert.Equal(minorUnits, Money.FromMinorUnits(minorUnits, currency).ToMinorUnits());

    [Theory]
    [InlineData("9223372036854775808", "JPY")]
    [InlineData("-9223372036854775809", "JPY")]
    [InlineData("92233720368547758.08", "USD")]
    [InlineData("-92233720368547758.09", "USD")]
    [InlineData("79228162514264337593543950335", "USD")] // decimal.MaxValue: not even the product fits
    public void ToMinorUnits_MoreThan64Bits_ThrowsInsteadOfWrapping(string amount, string currency)
    {
        Money money = new(Decimal(amount), currency);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => money.ToMinorUnits());
        Assert.Contains("does not fit", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", "JPY")]
    [InlineData("7.999", "USD")]
    [InlineData("0.0001", "KWD")]
    [InlineData("0.00001", "CLF")]
    public void ToMinorUnits_MoreDigitsThanTheCurrency_ThrowsInsteadOfRounding(string amount, string currency)
    {
        Money money = new(Decimal(amount), currency);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => money.ToMinorUnits());
        Assert.EndsWith("; round it first.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XYZ")]
    [InlineData(null)]
    public void MinorUnits_UnlistedCurrency_AreRefused(string? currency)
    {
        Assert.Throws<ArgumentException>(() => Money.FromMinorUnits(1, currency));
        Assert.Throws<ArgumentException>(() => new Money(1m, currency).ToMinorUnits());
        Assert.Throws<ArgumentException>(() => new Money(1m, currency).Round());
    }

    [Theory]
    [InlineData("2.345", "USD", "2.34")]
    [InlineData("2.355", "USD", "2.36")]
    [InlineData("2.5", "JPY", "2")]
    [InlineData("2.3455", "KWD", "2.346")]
    [InlineData("-2.345", "USD", "-2.34")]
    [InlineData("2.3", "USD", "2.3")]
    public void Round_Halves_GoToEven(string amount, string currency, string rounded) =>
        Assert.Equal(new Money(Decimal(rounded), currency), new Money(Decimal(amount), currency).Round());

    [Theory]
    [InlineData("2.345", MidpointRounding.AwayFromZero, "2.35")]
    [InlineData("2.349", MidpointRounding.ToZero, "2.34")]
    [InlineData("-2.341", MidpointRounding.ToNegativeInfinity, "-2.35")]
    public void Round_AnotherMode_IsFollowed(string amount, MidpointRounding mode, string rounded) =>
        Assert.Equal(new Money(Decimal(rounded), "USD"), new Money(Decimal(amount), "USD").Round(mode));

    [Fact]
    public void Operators_OneCurrency_Calculate()
    {
        Money price = new(7.99m, "USD");

        Assert.Equal(new Money(9.99m, "USD"), price + new Money(2m, "USD"));
        Assert.Equal(new Money(5.99m, "USD"), price - new Money(2m, "USD"));
        Assert.Equal(new Money(23.97m, "USD"), 3 * price);
    }

    [Fact]
    public void NamedMethods_DoAsTheOperatorsDo()
    {
        Money price = new(7.99m, "USD");
        Money other = new(2m, "USD");

        Assert.Equal(price + other, price.Add(other));
        Assert.Equal(price - other, price.Subtract(other));
        Assert.Equal(price * 3, price.Multiply(3));
    }

    [Fact]
    public void Add_AnotherCurrency_ThrowsAndNamesBoth()
    {
        InvalidOperationException exception =
            Assert.Throws<InvalidOperationException>(() => new Money(7.99m, "USD") + new Money(5m, "EUR"));
        Assert.Equal("7.99 USD and 5.00 EUR are of different currencies; convert one of them first.", exception.Message);
    }

    [Fact]
    public void Subtract_AnotherCurrency_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new Money(7.99m, "USD") - new Money(5m, "EUR"));

    [Fact]
    public void Add_NoCurrency_Throws() => Assert.Throws<InvalidOperationException>(() => new Money(7.99m, "USD") + default(Money));

    [Fact]
    public void Multiply_BeyondDecimal_ThrowsInsteadOfWrapping() =>
        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, "USD") * 2);

    [Fact]
    public void Add_BeyondDecimal_ThrowsInsteadOfWrapping() =>
        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, "USD") + new Money(decimal.MaxValue, "USD"));

    [Fact]
    public void Equals_TrailingZeros_DoNotCount() => Assert.Equal(new Money(7.9m, "USD"), new Money(7.90m, "usd"));

    [Fact]
    public void Equals_AnotherCurrency_Differs() => Assert.NotEqual(new Money(7.9m, "USD"), new Money(7.9m, "EUR"));

    [Theory]
    [InlineData("7.9", "USD", "7.90 USD")]
    [InlineData("799", "JPY", "799 JPY")]
    [InlineData("7.9", "KWD", "7.900 KWD")]
    [InlineData("7.9", "CLF", "7.9000 CLF")]
    [InlineData("7.999", "USD", "7.999 USD")] // nothing is rounded away for the eye
    [InlineData("-1234567.5", "USD", "-1234567.50 USD")]
    [InlineData("7.9", "XYZ", "7.9 XYZ")]
    [InlineData("7.9", null, "7.9")]
    public void ToString_Amount_HasAtLeastTheDigitsOfItsCurrency(string amount, string? currency, string text) =>
        Assert.Equal(text, new Money(Decimal(amount), currency).ToString());

    [Fact]
    public void ToString_Default_IsZero() => Assert.Equal("0", default(Money).ToString());

    [Theory]
    [InlineData("-1234.5", "USD", "-1234.50 USD")]
    [InlineData("0.125", "KWD", "0.125 KWD")]
    public void ToString_InAnotherCulture_IsTheSame(string amount, string currency, string text) =>
        Assert.Equal(text, ForeignCulture.Run(() => new Money(Decimal(amount), currency).ToString()));

    [Fact]
    public void Exception_InAnotherCulture_IsTheSame()
    {
        string message =
            ForeignCulture.Run(() => Assert.Throws<InvalidOperationException>(() => new Money(-7.999m, "USD").ToMinorUnits()).Message);
        Assert.Equal("-7.999 USD has more decimal digits than USD (2); round it first.", message);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
