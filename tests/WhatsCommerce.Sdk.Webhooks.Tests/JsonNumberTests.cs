using System.Globalization;
using System.Text;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests;

/// <summary>Numbers are read exactly or not at all.</summary>
public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("7.99", "7.99")]
    [InlineData("+7.99", "7.99")]
    [InlineData("-7.990", "-7.990")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007", "7")]
    [InlineData("1e2", "100")]
    [InlineData("1.25E+1", "12.5")]
    [InlineData("125e-2", "1.25")]
    [InlineData("0e9999", "0")]
    [InlineData("1e27", "1000000000000000000000000000")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    public void TryDecimal_Number_IsExact(string text, string expected)
    {
        Assert.True(JsonNumber.TryDecimal(Encoding.UTF8.GetBytes(text), out decimal value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e+-5")]
    [InlineData("1e++5")]
    [InlineData("1e5x")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("\u0661")]
    [InlineData("1e28")]
    [InlineData("1e400")]
    [InlineData("1e99999")]
    [InlineData("1e-29")]
    [InlineData("12345678901234567890123456789")]
    public void TryDecimal_WhatItCannotHoldExactly_IsRefused(string text)
    {
        Assert.False(JsonNumber.TryDecimal(Encoding.UTF8.GetBytes(text), out decimal value));
        Assert.Equal(0m, value);
    }

    [Theory]
    [InlineData("42", 42)]
    [InlineData("42.0", 42)]
    [InlineData("4.2e1", 42)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    public void TryInt64_WholeNumber_IsRead(string text, long expected)
    {
        Assert.True(JsonNumber.TryInt64(Encoding.UTF8.GetBytes(text), out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("4.2")]
    [InlineData("9223372036854775808")]
    [InlineData("9223372036854775808.0")]
    [InlineData("-9223372036854775809.0")]
    [InlineData("")]
    [InlineData("4 2")]
    public void TryInt64_NoWholeNumber_IsRefused(string text) => Assert.False(JsonNumber.TryInt64(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryDecimal_ManyRandomNumbers_AgreesWithTheRuntime()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            decimal number = new(random.Next(), random.Next(), random.Next(1 << 20), random.Next(2) == 0, (byte)random.Next(29));
            string text = number.ToString(CultureInfo.InvariantCulture);
            if (text.Count(char.IsAsciiDigit) <= 28)
            {
                Assert.True(JsonNumber.TryDecimal(Encoding.UTF8.GetBytes(text), out decimal value), text);
                Assert.Equal(text, value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
