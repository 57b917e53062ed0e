namespace WhatsCommerce.Storefronts;

/// <summary>Times as stores keep them: whole milliseconds since 1970, in UTC.</summary>
internal static class UnixTime
{
    /// <summary>The time now, without what a store would cut off.</summary>
    public static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
