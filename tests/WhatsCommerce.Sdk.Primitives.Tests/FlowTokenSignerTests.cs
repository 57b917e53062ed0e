using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Tests;

/// <summary>The signed token of a flow.</summary>
public class FlowTokenSignerTests
{
    private const string Secret = "a secret of the shop";

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("order-17")]
    [InlineData("Zoë 🥭")]
    public void TryRead_OwnToken_GivesTheValue(string value)
    {
        FlowTokenSigner signer = new(Secret, "booking", _time);

        string token = signer.Sign(value, TimeSpan.FromHours(1));

        Assert.True(new FlowTokenSigner(Secret, "booking", _time).TryRead(token, out string? read));
        Assert.Equal(value, read);
        Assert.All(token, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    [Fact]
    public void TryRead_AfterItsLifetime_IsFalse()
    {
        FlowTokenSigner signer = new(Secret, "booking", _time);
        string token = signer.Sign("order-17", TimeSpan.FromHours(1));

        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.True(signer.TryRead(token, out _));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(signer.TryRead(token, out _));
    }

    [Fact]
    public void TryRead_OfAnotherFlowOrSecret_IsFalse()
    {
        string token = new FlowTokenSigner(Secret, "booking", _time).Sign("order-17", TimeSpan.FromHours(1));

        Assert.False(new FlowTokenSigner(Secret, "survey", _time).TryRead(token, out _));
        Assert.False(new FlowTokenSigner(Secret + "!", "booking", _time).TryRead(token, out _));
    }

    [Fact]
    public void TryRead_AnyCharacterChanged_IsFalse()
    {
        FlowTokenSigner signer = new(Secret, "booking", _time);
        string token = signer.Sign("order-17", TimeSpan.FromHours(1));

        for (int i = 0; i < token.Length; i++)
        {
            string changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.False(signer.TryRead(changed, out string? value), $"{i}: {value}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unused")]
    [InlineData("not base64 !")]
    public void TryRead_WhatIsNoToken_IsFalse(string? token) => Assert.False(new FlowTokenSigner(Secret, "booking").TryRead(token, out _));

    [Fact]
    public void TryRead_TooLong_IsFalse() => Assert.False(new FlowTokenSigner(Secret, "booking").TryRead(new string('A', 100_000), out _));

    [Fact]
    public void Sign_ValueTooLongOrEmpty_Throws()
    {
        FlowTokenSigner signer = new(Secret, "booking");

        string longest = new('x', FlowTokenSigner.MaxValueBytes);
        Assert.True(signer.TryRead(signer.Sign(longest, TimeSpan.FromHours(1)), out string? value));
        Assert.Equal(longest, value);
        Assert.Throws<ArgumentException>(() => signer.Sign(new string('x', FlowTokenSigner.MaxValueBytes + 1), TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => signer.Sign("", TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => signer.Sign("x", TimeSpan.Zero));
    }

    [Fact]
    public void Sign_LifetimeAtTheLimit_IsTaken()
    {
        FlowTokenSigner signer = new(Secret, "booking", _time);

        Assert.True(signer.TryRead(signer.Sign("x", TimeSpan.FromDays(3650)), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => signer.Sign("x", TimeSpan.FromDays(3650) + TimeSpan.FromTicks(1)));
    }

    /// <summary>What was sent out before an update of the package comes back after it.</summary>
    [Fact]
    public void TryRead_TokenOfThisForm_GivesTheValue()
    {
        Assert.True(new FlowTokenSigner(Secret, "booking").TryRead(TokenOf("order-17"), out string? value));
        Assert.Equal("order-17", value);
    }

    [Fact]
    public void TryRead_SignedTokenOfNoValue_IsFalse() =>
        Assert.False(new FlowTokenSigner(Secret, "booking").TryRead(TokenOf(""), out _));

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(40)]
    public void TryRead_ShorterThanAnyToken_IsFalse(int bytes) =>
        Assert.False(new FlowTokenSigner(Secret, "booking").TryRead(Base64Url.EncodeToString(new byte[bytes]), out _));

    [Fact]
    public void Constructor_SecretAtTheLimit_IsTaken()
    {
        string shortest = new('s', FlowTokenSigner.MinSecretLength);

        Assert.True(new FlowTokenSigner(shortest, "booking").TryRead(
            new FlowTokenSigner(shortest, "booking").Sign("x", TimeSpan.FromHours(1)), out _));
        Assert.Throws<ArgumentException>(() => new FlowTokenSigner(shortest[1..], "booking"));
        Assert.Throws<ArgumentException>(() => new FlowTokenSigner(shortest, ""));
        Assert.Throws<ArgumentNullException>(() => new FlowTokenSigner(null!, "booking"));
    }

    [Fact]
    public void Constructor_ShortSecret_SaysHowLongItMustBe() =>
        Assert.Contains(
            "at least 16", Assert.Throws<ArgumentException>(
                () => new FlowTokenSigner("short", "booking")).Message, StringComparison.Ordinal);

    /// <summary>The HMAC of what follows, the end of its life in milliseconds, and the value.</summary>
    private static string TokenOf(string value)
    {
        byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "flow_token\nbooking"u8);
        byte[] signed = [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Encoding.UTF8.GetBytes(value)];
        return Base64Url.EncodeToString([.. HMACSHA256.HashData(key, signed), .. signed]);
    }
}
