namespace WhatsCommerce.Calls;

/// <summary>Times of day as Meta writes them: <c>HHMM</c>.</summary>
internal static class CallingTime
{
    private const string Format = "HHmm";

    public static bool TryParse(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);
}
