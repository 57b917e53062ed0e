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

        _ = signer.Sign(new string('x', FlowTokenSigner.MaxValueBytes), TimeSpan.FromHours(1));
        Assert.Throws<ArgumentException>(() => signer.Sign(new string('x', FlowTokenSigner.MaxValueBytes + 1), TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => signer.Sign("", TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => signer.Sign("x", TimeSpan.Zero));
    }

    [Fact]
    public void Constructor_ShortSecret_SaysHowLongItMustBe() =>
        Assert.Contains(
            "at least 16", Assert.Throws<ArgumentException>(
                () => new FlowTokenSigner("short", "booking")).Message, StringComparison.Ordinal);
}
