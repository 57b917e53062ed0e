namespace WhatsCommerce.Storefronts;

/// <summary>When something is read back from a provider: later each time, from one minute to six hours.</summary>
internal static class Waits
{
    private const int MostDoublings = 9;

    public static TimeSpan After(int checks)
    {
        TimeSpan wait = TimeSpan.FromMinutes(1 << Math.Min(checks, MostDoublings));
        return wait > TimeSpan.FromHours(6) ? TimeSpan.FromHours(6) : wait;
    }
}
