namespace WhatsCommerce.Storefronts;

/// <summary>The exponential backoff for reading back from a provider: from one minute to six hours.</summary>
internal static class Waits
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public static TimeSpan After(int checks) => Http.Waits.Doubled(First, checks, Longest);
}
