namespace WhatsCommerce.Storefronts;

/// <summary>Times as stored: whole Unix milliseconds in UTC.</summary>
internal static class UnixTime
{
    /// <summary>The current time, truncated to the precision of stores.</summary>
    public static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
