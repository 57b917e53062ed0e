using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Checkout;

public sealed class CheckoutRuleTests
{
    private static readonly Texts Texts = new(new StorefrontOptions());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Minimum_BelowIt_IsToldBeforeAnythingIsAsked()
    {
        ShopFixture shop = new(seams: seams => seams with
        {
            Rules = [new MinimumOrderRule(new Money(10m, "USD"), Texts)],
            Steps = [new DeliveryMethodStep()],
        });
        AnswersFixture answers = new(shop);

        await answers.SendCartAsync(quantity: 2);
        Assert.Equal("We take orders from 10.00 USD on; your cart comes to 6.98 USD.", answers.LastText);

        await answers.SendCartAsync(quantity: 3);
        await answers.PressTitleAsync("Replace the first");
        Assert.StartsWith("How would you like to get your order?", answers.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minimum_InAnotherCurrency_DoesNotCount()
    {
        ShopFixture shop = new(seams: seams => seams with { Rules = [new MinimumOrderRule(new Money(1_000m, "INR"), Texts)] });

        Assert.Equal(OfferOutcome.Offered, (await shop.OfferAsync()).Outcome);
    }

    [Theory]
    [InlineData("2026-03-02T08:59:59+05:30", "today, 09:00")]
    [InlineData("2026-03-02T18:00:00+05:30", "tomorrow, 09:00")]
    [InlineData("2026-03-06T18:00:00+05:30", "Monday, 09:00")]
    [InlineData("2026-03-02T09:00:00+05:30", null)]
    [InlineData("2026-03-02T17:59:59+05:30", null)]
    public async Task Hours_Closed_TellTheNextOpening(string now, string? opening)
    {
        ShopFixture shop = new();
        shop.Time.Advance(At(now) - shop.Time.Start);
        OpeningHours hours = new() { TimeZone = "Asia/Kolkata" };
        foreach (DayOfWeek day in (DayOfWeek[])
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday])
        {
            hours.Open(day, new TimeOnly(9, 0), new TimeOnly(18, 0));
        }

        OpeningHoursRule rule = new(hours, shop.Services, Texts);
        Cart cart = await shop.CartAsync();

        string? objection = await rule.ObjectAsync(cart, quote: null!, Stop);

        Assert.Equal(opening is null ? null : $"We are closed right now. You can order again from {opening} on.", objection);
    }

    [Theory]
    [InlineData("2026-03-01T23:30:00Z", true)]
    [InlineData("2026-03-02T01:59:00Z", true)]
    [InlineData("2026-03-02T02:00:00Z", false)]
    [InlineData("2026-03-02T17:59:00Z", false)]
    public void Hours_OverMidnight_EndOnTheNextDay(string now, bool isOpen)
    {
        OpeningHours hours = new OpeningHours().OpenDaily(new TimeOnly(18, 0), new TimeOnly(2, 0));

        Assert.Equal(isOpen, hours.IsOpen(At(now), TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z")] // The clock skips 02:00 to 03:00: 02:30 is 03:30 there.
    [InlineData("2026-10-25T00:29:00Z", "2026-10-25T00:30:00Z")] // It shows 02:30 twice: the first counts.
    public void Hours_WhenTheClockChanges_OpenOnce(string now, string next)
    {
        OpeningHours hours = new OpeningHours().OpenDaily(new TimeOnly(2, 30), new TimeOnly(4, 0));
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        DateTimeOffset opening = hours.NextOpening(At(now), zone)!.Value;

        Assert.InRange(opening.UtcDateTime, At(next).UtcDateTime, At(next).UtcDateTime.AddMinutes(30));
        Assert.False(hours.IsOpen(opening.AddSeconds(-1), zone));
        Assert.True(hours.IsOpen(opening, zone));
    }

    [Fact]
    public void Hours_OnAClosedDay_OpenOnTheNext()
    {
        OpeningHours hours = new OpeningHours().OpenDaily(new TimeOnly(9, 0), new TimeOnly(18, 0)).ClosedOn(new DateOnly(2026, 3, 2));

        Assert.False(hours.IsOpen(At("2026-03-02T12:00:00Z"), TimeZoneInfo.Utc));
        Assert.Equal(At("2026-03-03T09:00:00Z"), hours.NextOpening(At("2026-03-02T12:00:00Z"), TimeZoneInfo.Utc));
    }

    [Fact]
    public void Hours_ThatAreNone_NeverOpen() => Assert.Null(new OpeningHours().NextOpening(At("2026-03-02T12:00:00Z"), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("560 001", null, true)]
    [InlineData("560034", null, true)]
    [InlineData("110001", null, false)]
    [InlineData(null, "1 Orchard Rd, 560001 Bengaluru", true)]
    [InlineData(null, "12345 Orchard Rd, 110001 Delhi", false)]
    [InlineData(null, "5 Orchard Rd", true)]
    public void Area_OfPostalCodes_ContainsWhatBeginsSo(string? code, string? text, bool isWithin) => Assert.Equal(
        isWithin, new DeliveryArea().PostalCodes("5600").Contains(new DeliveryAddress { PostalCode = code, Text = text }));

    [Theory]
    [InlineData(12.98, 77.60, true)]
    [InlineData(13.20, 77.60, false)]
    [InlineData(-12.98, 77.60, false)]
    public void Area_OfACircle_ContainsWhatIsNear(double latitude, double longitude, bool isWithin) => Assert.Equal(
        isWithin,
        new DeliveryArea().Around(12.9716, 77.5946, 10).Contains(new DeliveryAddress { Latitude = latitude, Longitude = longitude }));

    [Fact]
    public void Area_ThatCannotJudge_SaysWhatItIsSetTo()
    {
        DeliveryAddress words = new() { Text = "behind the temple" };

        Assert.True(new DeliveryArea().PostalCodes("560").Contains(words));
        Assert.False(new DeliveryArea { AcceptUnknown = false }.PostalCodes("560").Contains(words));
    }

    [Fact]
    public async Task Area_Outside_LetsTheCustomerGiveAnotherAddress()
    {
        ShopFixture shop = new(seams: seams => seams with
        {
            Rules = [new DeliveryAreaRule(new DeliveryArea().PostalCodes("560"), Texts)],
            Steps = [new AddressStep(new DeliveryStepOptions())],
        });
        AnswersFixture answers = new(shop);
        Cart cart = await answers.SendCartAsync();
        await answers.WriteAsync("1 Rajpath, 110001 Delhi");
        await answers.PressTitleAsync("Yes, deliver there");
        Assert.StartsWith("We do not deliver to this address.", answers.LastText, StringComparison.Ordinal);

        await answers.PressTitleAsync("Change my answer");
        await answers.WriteAsync("1 Orchard Rd, 560001 Bengaluru");
        await answers.PressTitleAsync("Yes, deliver there");

        Cart locked = (await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!;
        Assert.Equal("1 Orchard Rd, 560001 Bengaluru", (await shop.OrderAsync(locked.OrderId)).Answers.GetAddress()!.Text);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
