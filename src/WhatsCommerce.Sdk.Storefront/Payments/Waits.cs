namespace WhatsCommerce.Storefronts;

/// <summary>When something is read back from a provider: later each time, from one minute to six hours.</summary>
internal static class Waits
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public static TimeSpan After(int checks) => Http.Waits.Doubled(First, checks, Longest);
}
