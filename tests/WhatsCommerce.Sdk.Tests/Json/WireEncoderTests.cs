using System.Text;
using System.Text.Json;
using WhatsCommerce.Json;

namespace WhatsCommerce.Sdk.Tests.Json;

/// <summary>The JSON encoder writes valid JSON for every text, and escapes nothing that need not be.</summary>
public class WireEncoderTests
{
    private static readonly JsonWriterOptions Options = new() { Encoder = WireEncoder.Instance };

    [Fact]
    public void Encode_EveryScalarValue_ReadsBackAsItWas()
    {
        StringBuilder all = new();
        for (int scalar = 0; scalar <= 0x10FFFF; scalar++)
        {
            if (Rune.IsValid(scalar))
            {
                all.Append(new Rune(scalar));
            }
        }

        Assert.Equal(all.ToString(), JsonDocument.Parse(Write(all.ToString())).RootElement.GetString());
    }

    [Fact]
    public void Encode_EachControlCharacterQuoteAndBackslash_IsEscaped()
    {
        string escaped = new([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

        byte[] json = Write(escaped);

        Assert.Equal(
            "\"" + """\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"""
            + """\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\""" + "\"",
            Encoding.UTF8.GetString(json));
    }

    [Theory]
    [InlineData("+ & < > ' / = \u007f \u2028 \ufeff")]
    [InlineData("Яблоки แอปเปิล تفاح")]
    [InlineData("👩‍🌾👍🏽🇧🇷")]
    public void Encode_WhatJsonAllowsAsItIs_StaysAsItIs(string text) =>
        Assert.Equal($"\"{text}\"", Encoding.UTF8.GetString(Write(text)));

    [Fact]
    public void Encode_EmojiAfterAnEscapedCharacter_StaysAsItIs() =>
        Assert.Equal("\"\\n👍🏽\\t😀\"", Encoding.UTF8.GetString(Write("\n👍🏽\t😀")));

    [Fact]
    public void Encode_LoneSurrogate_BecomesTheReplacementCharacter() =>
        Assert.Equal("a\ufffdb", JsonDocument.Parse(Write("a\ud83db")).RootElement.GetString());

    private static byte[] Write(string text)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStringValue(text);
        }

        return stream.ToArray();
    }
}
