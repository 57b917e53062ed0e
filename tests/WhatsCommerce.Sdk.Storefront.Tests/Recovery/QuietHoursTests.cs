using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

public sealed class QuietHoursTests
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly TwentyOne = new(21, 0);

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", "UTC", null)]
    [InlineData("2026-03-01T20:59:59Z", "UTC", null)]
    [InlineData("2026-03-01T21:00:00Z", "UTC", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T03:00:00Z", "UTC", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z", "UTC", null)]
    [InlineData("2026-03-02T03:00:00Z", "America/Bogota", "2026-03-02T14:00:00Z")]
    [InlineData("2026-03-01T18:00:00Z", "Asia/Kolkata", "2026-03-02T03:30:00Z")]
    [InlineData("2026-03-01T23:00:00Z", "No/Such_Place", "2026-03-02T09:00:00Z")]
    public void EndOf_OfNightHours_IsTheCustomersMorning(string time, string zone, string? expected) => Assert.Equal(
        expected is null ? null : At(expected),
        QuietHours.EndOf(At(time), zone, TwentyOne, Nine));

    [Fact]
    public void EndOf_HourThatSpringLeavesOut_IsTheFirstMomentAfterIt() => Assert.Equal(
        At("2026-03-29T01:00:00Z"),
        QuietHours.EndOf(At("2026-03-29T00:30:00Z"), "Europe/Berlin", new TimeOnly(1, 0), new TimeOnly(2, 30)));

    [Fact]
    public void EndOf_NoQuietHours_IsNever() => Assert.Null(QuietHours.EndOf(At("2026-03-01T02:00:00Z"), "UTC", Nine, Nine));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
