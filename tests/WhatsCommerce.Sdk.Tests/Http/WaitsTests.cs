using WhatsCommerce.Http;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>How the waits of the client grow.</summary>
public class WaitsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(5, 30)]
    [InlineData(int.MaxValue, 30)]
    public void Doubled_EachTime_IsTwiceAsLongUpToTheLongest(int times, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Waits.Doubled(TimeSpan.FromSeconds(1), times, TimeSpan.FromSeconds(30)));

    [Fact]
    public void Doubled_FirstAboveTheLongest_IsTheLongest() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Waits.Doubled(TimeSpan.FromMinutes(1), 0, TimeSpan.FromSeconds(30)));

    [Fact]
    public void Doubled_LongestPossible_DoesNotOverflow() =>
        Assert.Equal(TimeSpan.MaxValue, Waits.Doubled(TimeSpan.MaxValue, int.MaxValue, TimeSpan.MaxValue));
}
