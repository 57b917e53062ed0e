namespace WhatsCommerce.Storefronts;

/// <summary>Rejects carts outside the opening hours, and says when the shop opens again.</summary>
internal sealed class OpeningHoursRule(OpeningHours hours, ShopServices shop, Texts texts) : ICheckoutRule
{
    private const int DaysOfAWeek = 7;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone ?? shop.Options.TimeZone);

    public Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        string? objection = hours.IsOpen(now, _zone) ? null
            : hours.NextOpening(now, _zone) is DateTimeOffset next
                ? texts.Get(StorefrontText.Closed, cart.Language, ("opening", Opening(now, next, cart.Language)))
                : texts.Get(StorefrontText.ClosedForNow, cart.Language);
        return Task.FromResult(objection);
    }

    private string Opening(DateTimeOffset now, DateTimeOffset next, string? language)
    {
        DateOnly date = DateOnly.FromDateTime(next.DateTime);
        int days = date.DayNumber - OpeningHours.DayOf(now, _zone).DayNumber;
        string day = days switch
        {
            0 => texts.Get(StorefrontText.Today, language),
            1 => texts.Get(StorefrontText.Tomorrow, language),
            < DaysOfAWeek => texts.Get(DayOf(date.DayOfWeek), language),
            _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return texts.Get(
            StorefrontText.Opening, language, ("day", day), ("time", next.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static StorefrontText DayOf(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => StorefrontText.Monday,
        DayOfWeek.Tuesday => StorefrontText.Tuesday,
        DayOfWeek.Wednesday => StorefrontText.Wednesday,
        DayOfWeek.Thursday => StorefrontText.Thursday,
        DayOfWeek.Friday => StorefrontText.Friday,
        DayOfWeek.Saturday => StorefrontText.Saturday,
        _ => StorefrontText.Sunday,
    };
}
