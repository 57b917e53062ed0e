namespace WhatsCommerce.Tests;

/// <summary>How many customers an account may write to, in each way that Meta writes it.</summary>
public sealed class MessagingLimitTests
{
    [Theory]
    [InlineData("TIER_50", 50)]
    [InlineData("TIER_250", 250)]
    [InlineData("TIER_2K", 2_000)]
    [InlineData("TIER_100K", 100_000)]
    [InlineData("250", 250)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("TIER_2147483K", 2_147_483_000)]
    public void Customers_TierOrNumber_IsItsCount(string value, int customers)
    {
        MessagingLimit limit = new(value);

        Assert.Equal(customers, limit.Customers);
        Assert.True(limit.IsKnown);
        Assert.False(limit.IsUnlimited);
    }

    [Theory]
    [InlineData("TIER_UNLIMITED")]
    [InlineData("-1")]
    public void IsUnlimited_EitherWriting_IsKnownAndHasNoCount(string value)
    {
        MessagingLimit limit = new(value);

        Assert.True(limit.IsUnlimited);
        Assert.True(limit.IsKnown);
        Assert.Null(limit.Customers);
    }

    [Fact]
    public void NotSet_IsKnown_WithoutACount()
    {
        Assert.True(MessagingLimit.NotSet.IsKnown);
        Assert.False(MessagingLimit.NotSet.IsUnlimited);
        Assert.Null(MessagingLimit.NotSet.Customers);
    }

    [Theory]
    [InlineData("TIER_NEXT")]
    [InlineData("2K")]
    [InlineData("TIER_2147484K")]
    [InlineData("TIER_")]
    public void IsKnown_AnyOther_IsFalse(string value)
    {
        Assert.False(new MessagingLimit(value).IsKnown);
        Assert.Null(new MessagingLimit(value).Customers);
    }
}
