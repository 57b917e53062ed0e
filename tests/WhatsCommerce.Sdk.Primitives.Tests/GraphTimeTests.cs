using System.Text;

namespace WhatsCommerce.Tests;

/// <summary>What is a time in Meta's JSON, and what had better be none.</summary>
public sealed class GraphTimeTests
{
    [Theory]
    [InlineData("1764400000", "2025-11-29T07:06:40")]
    [InlineData("1", "1970-01-01T00:00:01")]
    [InlineData("9999999999", "2286-11-20T17:46:39")]
    [InlineData("1764400000.0", "2025-11-29T07:06:40")]
    [InlineData("1764400000.5", "2025-11-29T07:06:40.5")]
    [InlineData("1.7644e9", "2025-11-29T07:06:40")]
    [InlineData("1764400000123", "2025-11-29T07:06:40.123")]
    [InlineData("1764400000123.25", "2025-11-29T07:06:40.12325")]
    [InlineData("946684800000", "2000-01-01T00:00:00")]
    [InlineData("946684800.0", "2000-01-01T00:00:00")]
    [InlineData("946684800000.0", "2000-01-01T00:00:00")]
    [InlineData("2000-01-01T00:00:00Z", "2000-01-01T00:00:00")]
    [InlineData("9999999999999", "2286-11-20T17:46:39.999")]
    [InlineData("2026-11-29T09:00:00Z", "2026-11-29T09:00:00")]
    [InlineData("2026-11-29T09:00:00+0000", "2026-11-29T09:00:00")]
    [InlineData("2026-11-29T09:00:00+02:00", "2026-11-29T07:00:00")]
    [InlineData("2026-11-29T09:00:00.1234567-0530", "2026-11-29T14:30:00.1234567")]
    [InlineData("2026-11-29 09:00:00", "2026-11-29T09:00:00")]
    [InlineData("2026-11-29T09:00:00", "2026-11-29T09:00:00")]
    public void TryParse_Time_IsReadInUtc(string text, string expected)
    {
        Assert.True(GraphTime.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-1764400000")]
    [InlineData("10000000000")]
    [InlineData("16566147232")]
    [InlineData("99999999999")]
    [InlineData("176440000012")]
    [InlineData("253402300799")]
    [InlineData("10000000000000")]
    [InlineData("1764400000123456")]
    [InlineData("1764400000123456789")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("16566147232.5")]
    [InlineData("946684799.5")]
    [InlineData("946684799999.5")]
    [InlineData("10000000000.0")]
    [InlineData("10000000000000.0")]
    [InlineData("1999-12-31T23:59:59.999Z")]
    [InlineData("2286-11-20T17:46:40Z")]
    [InlineData("2026-11-29T09:00:00Z and then: \u0661")]
    [InlineData("2026-11-29T09:00:00Z and then forty-one")]
    [InlineData("0.5")]
    [InlineData("1e300")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("true")]
    [InlineData("soon")]
    [InlineData("1,764,400,000")]
    [InlineData("2026-11-29")]
    [InlineData("11/29/2026 09:00:00")]
    [InlineData("2494-12-20T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2026-13-29T09:00:00Z")]
    [InlineData("2026-11-29T09:00:00Z and then some more words beyond that")]
    [InlineData("٢٠٢٦-11-29T09:00:00Z")]
    public void TryParse_NoTime_IsRefused(string text) => Assert.False(GraphTime.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryParse_AnyNumberOfDigits_IsNeverFarInTheFuture()
    {
        for (int digits = 1; digits <= 40; digits++)
        {
            foreach (char digit in "1259")
            {
                bool read = GraphTime.TryParse(Encoding.UTF8.GetBytes(new string(digit, digits)), out DateTimeOffset time);

                Assert.True(!read || time.Year < 2300, $"{digits} digits became {time}.");
            }
        }
    }
}
