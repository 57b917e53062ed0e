namespace WhatsCommerce.Storefronts;

/// <summary>The use of a budget within a minute; it counts until one hour after its last use.</summary>
internal sealed record StoredUse(DateTimeOffset At, int Turns = 0, int Calls = 0, int Messages = 0, int Products = 0)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private AssistantUse Use => new() { Turns = Turns, Calls = Calls, Messages = Messages, Products = Products };

    /// <summary>Takes an amount from the budget of the last 60 minutes (a sliding window).</summary>
    /// <returns>The use afterwards; null when the amount does not fit.</returns>
    public static StoredUse[]? Take(IReadOnlyList<StoredUse> before, AssistantUse use, AssistantUse limits, DateTimeOffset now)
    {
        List<StoredUse> counted = [.. before.Where(used => used.At > now - Hour)];
        if (!counted.Aggregate(use, static (sum, used) => sum + used.Use).Fits(limits))
        {
            return null;
        }

        // Uses are merged by minute, so there are about sixty entries at most.
        if (counted is [.., StoredUse last] && MinuteOf(last.At) == MinuteOf(now))
        {
            counted.RemoveAt(counted.Count - 1);
            use += last.Use;
        }

        counted.Add(new StoredUse(now, use.Turns, use.Calls, use.Messages, use.Products));
        return [.. counted];
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;
}
