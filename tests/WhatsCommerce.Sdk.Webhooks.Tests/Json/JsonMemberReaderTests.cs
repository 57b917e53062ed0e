using System.Text;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Json;

/// <summary>Values are read leniently, and strings that are at hand are not allocated again.</summary>
public sealed class JsonMemberReaderTests
{
    [Theory]
    [InlineData("\"16505550142\"")]
    [InlineData("16505550142")]
    public void TryString_EqualToTheStringAtHand_ReturnsThat(string json)
    {
        string atHand = new("16505550142");

        Assert.True(ReaderOf(json).TryString(atHand, out string? value));

        Assert.Same(atHand, value);
    }

    [Theory]
    [InlineData("\"1650555014\"", "1650555014")]
    [InlineData("\"1650555014\\u0032\"", "16505550142")]
    [InlineData("\"\"", "")]
    [InlineData("null", null)]
    public void TryString_NotTheStringAtHand_IsRead(string json, string? expected)
    {
        Assert.True(ReaderOf(json).TryString("16505550142", out string? value));
        Assert.Equal(expected, value);
        Assert.True(ReaderOf(json).TryString(null, out value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[\"16505550142\"]")]
    [InlineData("true")]
    public void TryString_NoString_DoesNotFit(string json)
    {
        Assert.False(ReaderOf(json).TryString("true", out string? value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("\"customer\"", 0)]
    [InlineData("\"business\"", 1)]
    public void TryId_EqualToAnIdAtHand_ReturnsThat(string json, int which)
    {
        string[] atHand = [new("customer"), new("business")];

        Assert.True(ReaderOf(json).TryId(new IdsAtHand(atHand[0], atHand[1]), out string? value));

        Assert.Same(atHand[which], value);
    }

    [Theory]
    [InlineData("\"other\"", "other")]
    [InlineData("\" \"", null)]
    [InlineData("\"\"", null)]
    [InlineData("7", "7")]
    public void TryId_NoIdAtHand_IsReadAndABlankOneIsAbsent(string json, string? expected)
    {
        foreach (IdsAtHand atHand in (IdsAtHand[])[default, new("customer", null), new(null, "business")])
        {
            Assert.True(ReaderOf(json).TryId(atHand, out string? value));
            Assert.Equal(expected, value);
        }
    }

    [Fact]
    public void TryWord_KnownWord_IsOneStringForAll()
    {
        Assert.True(ReaderOf("\"delivered\"").TryWord(out string? one));
        Assert.True(ReaderOf("\"delivered\"").TryWord(out string? another));

        Assert.Equal("delivered", one);
        Assert.Same(one, another);
    }

    [Theory]
    [InlineData("\"d\\u0065livered\"", "delivered")]
    [InlineData("\"hologram\"", "hologram")]
    [InlineData("1", "1")]
    public void TryWord_AnyOther_IsRead(string json, string expected)
    {
        Assert.True(ReaderOf(json).TryWord(out string? value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("\" 7 \"", 7)]
    [InlineData("null", null)]
    public void TryInt32_WholeNumber_IsRead(string json, int? expected)
    {
        Assert.True(ReaderOf(json).TryInt32(out int? value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1.5")]
    [InlineData("\"x\"")]
    public void TryInt32_WhatItCannotHold_DoesNotFit(string json)
    {
        Assert.False(ReaderOf(json).TryInt32(out int? value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("52.52", 52.52)]
    [InlineData("\"-13.4\"", -13.4)]
    [InlineData("null", null)]
    public void TryDouble_Number_IsRead(string json, double? expected)
    {
        Assert.True(ReaderOf(json).TryDouble(out double? value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("\"52.52N\"")]
    [InlineData("\"NaN\"")]
    [InlineData("1e999")]
    [InlineData("\"\"")]
    public void TryDouble_NoFiniteNumber_DoesNotFit(string json)
    {
        Assert.False(ReaderOf(json).TryDouble(out double? value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("\"whatsapp\"", true)]
    [InlineData("\"wh\\u0061tsapp\"", true)]
    [InlineData("\"wh\\u0041tsapp\"", false)]
    [InlineData("\"whatsap\"", false)]
    [InlineData("{}", false)]
    public void IsString_InAnyWriting_IsCompared(string json, bool expected) =>
        Assert.Equal(expected, ReaderOf(json).IsString("whatsapp"u8));

    private static JsonMemberReader ReaderOf(string json) => new(Encoding.UTF8.GetBytes(json), 0);
}
