using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

public sealed class WebhookSignatureTests
{
    private const string Secret = "5d2f0c9be1a84376b0c8e74d19f3a652";

    // printf '%s' 'Hi There' | openssl dgst -sha256 -hmac "$(printf '\x0b%.0s' {1..20})": test case 1 of RFC 4231.
    private const string Rfc4231Key = "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b";
    private const string Rfc4231Signature = "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";

    private static readonly byte[] Body = Bodies.Messages(Bodies.Text("\\u00e4\\/\\u003c\\u0040")).Bytes();

    [Fact]
    public void Compute_TestCaseOfRfc4231_GivesItsHash() =>
        Assert.Equal(Rfc4231Signature, WebhookSignature.Compute("Hi There"u8, Rfc4231Key));

    [Fact]
    public void Verify_TestCaseOfRfc4231_IsValid() =>
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify("Hi There"u8, Rfc4231Signature, Rfc4231Key));

    [Fact]
    public void Verify_BodyWithEscapes_CoversTheBytesAsTheyCame()
    {
        string header = Sign(Body, Secret);

        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, Secret));
        Assert.Equal(
            SignatureResult.Mismatch,
            WebhookSignature.Verify("{\"text\":\"ä/<@\"}"u8, Sign("{\"text\":\"\\u00e4\\/\\u003c\\u0040\"}"u8, Secret), Secret));
    }

    [Fact]
    public void Verify_UpperCaseHex_IsValid() => Assert.Equal(
        SignatureResult.Valid,
        WebhookSignature.Verify(Body, "sha256=" + Sign(Body, Secret)["sha256=".Length..].ToUpperInvariant(), Secret));

    [Fact]
    public void Verify_EmptyBody_IsVerifiedAsAnyOther()
    {
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify([], Sign([], Secret), Secret));
        Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify([], Sign(Body, Secret), Secret));
    }

    [Fact]
    public void Verify_OneByteOfTheBodyChanged_IsAMismatch()
    {
        string header = Sign(Body, Secret);
        for (int i = 0; i < Body.Length; i++)
        {
            byte[] changed = [.. Body];
            changed[i] ^= 1;
            Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify(changed, header, Secret));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Verify_NoHeader_IsMissing(string? header) =>
        Assert.Equal(SignatureResult.Missing, WebhookSignature.Verify(Body, header, Secret));

    [Fact]
    public void Verify_NullLiteral_IsMissing() => Assert.Equal(SignatureResult.Missing, WebhookSignature.Verify(Body, null, Secret));

    [Fact]
    public void Verify_AnyKindOfBodyAndHeader_IsTheSame()
    {
        string header = WebhookSignature.Compute(Body.AsMemory(), Secret);

        Assert.Equal(header, WebhookSignature.Compute(Body, Secret));
        Assert.Equal(header, WebhookSignature.Compute(Body.AsSpan(), Secret));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, Secret));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body.AsMemory(), header, Secret));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body.AsSpan(), header, Secret));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header.AsSpan(), [Secret]));
        Assert.Equal(SignatureResult.Missing, WebhookSignature.Verify(Body.AsSpan(), null, Secret));
    }

    [Theory]
    [InlineData("sha256=")]
    [InlineData("sha256=abc")]
    [InlineData("sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff")]
    [InlineData("sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff70")]
    [InlineData("sha256=g0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("sha1=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("SHA256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("sha256 b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("sha256=\u0660\u0660344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    public void Verify_HeaderOfAnotherShape_IsMalformed(string header) =>
        Assert.Equal(SignatureResult.Malformed, WebhookSignature.Verify("Hi There"u8, header, Rfc4231Key));

    [Fact]
    public void Verify_SeveralSecrets_AnyOfThemWillDo()
    {
        string header = Sign(Body, Secret);

        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, ["old", Secret]));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, [Secret, "next"]));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, [Secret, Secret]));
        Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify(Body, header, ["old", "next"]));
    }

    [Fact]
    public void Verify_EmptySecrets_AreNeverTried()
    {
        string signedWithNothing = Sign(Body, "");

        Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify(Body, signedWithNothing, ["", null!]));
        Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify(Body, signedWithNothing, []));
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, Sign(Body, Secret), ["", Secret]));
    }

    [Fact]
    public void Verify_MoreSecretsThanTheCap_TriesThoseBeforeIt()
    {
        string header = Sign(Body, Secret);
        List<string> secrets = [.. Enumerable.Range(1, WebhookSignature.MaxSecrets - 1).Select(i => $"old {i}"), "", Secret];

        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, header, secrets));

        secrets.Insert(0, "one more");
        Assert.Equal(SignatureResult.Mismatch, WebhookSignature.Verify(Body, header, secrets));
    }

    [Theory]
    [InlineData("sécrèt ж 😀")]
    [InlineData("a")]
    public void Verify_AnySecret_IsTakenAsUtf8(string secret) =>
        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, Sign(Body, secret), secret));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(5000)]
    public void Verify_LongSecret_IsTakenWhole(int length)
    {
        string secret = new('ж', length);

        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(Body, Sign(Body, secret), secret));
        Assert.Equal(Sign(Body, secret), WebhookSignature.Compute(Body, secret));
    }

    [Fact]
    public void Verify_OrdinarySecrets_AllocatesNothing()
    {
        string header = Sign(Body, Secret);
        string[] secrets = ["old", Secret];
        SignatureResult result = default;

        Assert.Equal(0, Allocation.Of(() => result = WebhookSignature.Verify(Body, header, secrets)));
        Assert.Equal(SignatureResult.Valid, result);
    }

    [Fact]
    public void Verify_ThreeMegabytes_IsValid()
    {
        byte[] body = new byte[3 * 1024 * 1024];

        Assert.Equal(SignatureResult.Valid, WebhookSignature.Verify(body, Sign(body, Secret), Secret));
    }

    [Fact]
    public void Compute_WithoutSecret_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => WebhookSignature.Compute(Body, ""));
        Assert.Throws<ArgumentNullException>(() => WebhookSignature.Compute(Body, null!));
        Assert.Throws<ArgumentNullException>(() => WebhookSignature.Verify(Body, "sha256=", null!));
    }

    private static string Sign(ReadOnlySpan<byte> body, string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
