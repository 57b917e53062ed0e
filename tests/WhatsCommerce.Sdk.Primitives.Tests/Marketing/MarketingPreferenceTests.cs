namespace WhatsCommerce.Tests.Marketing;

/// <summary>A customer's wish is kept by hashes, one for each way in which the customer is known.</summary>
public sealed class MarketingPreferenceTests
{
    private static readonly PhoneNumberId From = new("106540352242922");

    [Fact]
    public void Recipients_OfACustomer_AreTheHashesOfThoseThatAreThere() => Assert.Equal(
        [SendIntent.HashOf("+16505551234"), SendIntent.HashOf(Recipient.FromUserId("US.1"))],
        new MarketingPreference(From, true, DateTimeOffset.UnixEpoch, "+16505551234", default, Recipient.FromUserId("US.1"))
            .RecipientHashes);

    [Theory]
    [InlineData(true, "stop")]
    [InlineData(false, "resume")]
    public void ToString_Preference_IsTheWishAlone(bool isStopped, string expected)
    {
        MarketingPreference preference = new(From, isStopped, DateTimeOffset.UnixEpoch, "+16505551234");

        Assert.Equal(expected, preference.ToString());
        Assert.Equal((From, isStopped, DateTimeOffset.UnixEpoch), (preference.From, preference.IsStopped, preference.At));
    }
}
