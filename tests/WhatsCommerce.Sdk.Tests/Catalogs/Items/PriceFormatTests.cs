using System.Globalization;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Prices as Meta gives them back: read exactly, whatever the culture, or not at all.</summary>
public class PriceFormatTests
{
    [Theory]
    [InlineData("$5.00", "USD", "5")]
    [InlineData("5,00 EUR", "EUR", "5")]
    [InlineData("5,00 \u20AC", "EUR", "5")]
    [InlineData("R$ 5,00", "BRL", "5")]
    [InlineData("R$\u00A01.234,50", "BRL", "1234.50")]
    [InlineData("1.234,50", "EUR", "1234.50")]
    [InlineData("$1,234.50", "USD", "1234.50")]
    [InlineData("1 234,50 \u20AC", "EUR", "1234.50")]
    [InlineData("1\u202F234,50 \u20AC", "EUR", "1234.50")]
    [InlineData("CHF 1\u2019234.50", "CHF", "1234.50")]
    [InlineData("\u20B91,00,000.00", "INR", "100000")]
    [InlineData("\u20B912,34,567", "INR", "1234567")]
    [InlineData("Rs.500", "INR", "500")]
    [InlineData("Rp15.000", "IDR", "15000")]
    [InlineData("5.001 EUR", "EUR", "5001")]
    [InlineData("\u00A5500", "JPY", "500")]
    [InlineData("\u00A51,234", "JPY", "1234")]
    [InlineData("\u00A51,234,567", "JPY", "1234567")]
    [InlineData("\u00A5500.00", "JPY", "500")]
    [InlineData("500", "JPY", "500")]
    [InlineData("KWD1,234.567", "KWD", "1234.567")]
    [InlineData("0.500 KWD", "KWD", "0.5")]
    [InlineData("1234.567 KWD", "KWD", "1234.567")]
    [InlineData("1.50 KWD", "KWD", "1.5")]
    [InlineData("\u0661\u066C\u0662\u0663\u0664\u066B\u0665\u0666\u0667 \u062F.\u0643", "KWD", "1234.567")]
    [InlineData("\u200E$5.00\u200F", "USD", "5")]
    [InlineData("US$5.5", "USD", "5.5")]
    [InlineData("$0.30", "USD", "0.30")]
    [InlineData("Free: 0.00", "USD", "0")]
    [InlineData("9.99 USD", null, "9.99")]
    [InlineData("EUR 1.234,50", null, "1234.50")]
    public void Read_OneReading_IsExact(string text, string? currency, string amount)
    {
        Money? price = ForeignCulture.Run(() => PriceFormat.Read(text, currency));

        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), price?.Amount);
        Assert.Equal(currency ?? text.Trim().Split(' ').Single(word => word.All(char.IsAsciiLetter)), price?.Currency.Code);
    }

    [Theory]
    [InlineData(null, "USD")]
    [InlineData("", "USD")]
    [InlineData("free", "USD")]
    [InlineData("$5.00", null)]
    [InlineData("$5.00", "XXQ")]
    [InlineData("5.00 EUR", "USD")]
    [InlineData("500", "USD")]
    [InlineData("1.234 KWD", "KWD")]
    [InlineData("KD1,234", "KWD")]
    [InlineData("$.50", "USD")]
    [InlineData("$5.", "USD")]
    [InlineData("5.-", "CHF")]
    [InlineData("-$5.00", "USD")]
    [InlineData("($5.00)", "USD")]
    [InlineData("$5.00 - $7.00", "USD")]
    [InlineData("2 x $5.00", "USD")]
    [InlineData("$0.123", "USD")]
    [InlineData("$1,23,4.50", "USD")]
    [InlineData("$1.234.50", "USD")]
    [InlineData("$1,234,50", "USD")]
    [InlineData("$1.234,5678", "USD")]
    [InlineData("$1..50", "USD")]
    [InlineData("\u00A55.5", "JPY")]
    [InlineData("$1e5", "USD")]
    [InlineData("$99999999999999999999999999999.00", "USD")]
    public void Read_NoReadingOrTwo_GivesNone(string? text, string? currency) => Assert.Null(PriceFormat.Read(text, currency));

    [Fact]
    public void Read_VeryLongText_GivesNone() => Assert.Null(PriceFormat.Read(new string('1', 100_000), "JPY"));

    [Theory, InlineData("USD"), InlineData("JPY"), InlineData("KWD"), InlineData("BRL")]
    public void Read_WhatIsWritten_ComesBackOrNotAtAll(string currency)
    {
        foreach (decimal amount in (decimal[])[0m, 0.1m, 0.3m, 1m, 12.34m, 999m, 1234m, 1234.5m, 1234567m])
        {
            Money price = new Money(amount, currency).Round();

            Money? read = PriceFormat.Read(PriceFormat.Write(price), currency);

            Assert.True(read is null || read == price, $"{price} was read as {read}");
        }
    }
}
