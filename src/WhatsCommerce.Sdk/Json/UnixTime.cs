namespace WhatsCommerce.Json;

/// <summary>Times as Meta writes them: seconds since 1970, in some answers milliseconds.</summary>
internal static class UnixTime
{
    // As seconds this is the year 5138; as milliseconds it is 1973.
    private const long FirstMillisecond = 100_000_000_000;
    private const long LastMillisecond = 253_402_300_799_999;

    public static DateTimeOffset? From(long? value) => value switch
    {
        null or < 0 or > LastMillisecond => null,
        >= FirstMillisecond => DateTimeOffset.FromUnixTimeMilliseconds(value.Value),
        _ => DateTimeOffset.FromUnixTimeSeconds(value.Value),
    };
}
