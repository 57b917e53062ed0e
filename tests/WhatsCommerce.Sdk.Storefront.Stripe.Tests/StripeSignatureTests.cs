using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Stripe.Tests;

public sealed class StripeSignatureTests
{
    private const string Vector = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"evt_1"}""");
    private static readonly DateTimeOffset Signed = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Theory]
    [InlineData("t=1700000000,v1=" + Vector, true)]
    [InlineData("t=1700000000,v1=00,v1=" + Vector + ",v0=00", true)]
    [InlineData("t=1700000000, v1=" + Vector, true)]
    [InlineData("v1=" + Vector, false)]
    [InlineData("t=1700000001,v1=" + Vector, false)]
    [InlineData("t=1700000000,v0=" + Vector, false)]
    [InlineData("t=1700000000", false)]
    [InlineData("t=-1,v1=" + Vector, false)]
    [InlineData("t=99999999999999999999,v1=" + Vector, false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsGenuine_Header_IsThatOfTheVector(string? header, bool isGenuine)
    {
        Assert.Equal(isGenuine, StripeWebhookSignature.IsGenuine(Body, header, ["whsec_old", "whsec_test"], Signed));
        Assert.False(StripeWebhookSignature.IsGenuine(Body, header, ["whsec_old"], Signed));
        Assert.False(StripeWebhookSignature.IsGenuine(Body.AsSpan()[..^1], header, ["whsec_test"], Signed));
        Assert.False(StripeWebhookSignature.IsGenuine([.. Body, (byte)'\n'], header, ["whsec_test"], Signed));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void IsGenuine_Age_IsFiveMinutesAtMost(int seconds, bool isGenuine) => Assert.Equal(
        isGenuine,
        StripeWebhookSignature.IsGenuine(Body, "t=1700000000,v1=" + Vector, ["whsec_test"], Signed.AddSeconds(seconds)));

    internal static string Sign(byte[] body, string secret, DateTimeOffset at)
    {
        string time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
