namespace WhatsCommerce.Storefronts;

/// <summary>The number of retries after concurrent changes (optimistic concurrency).</summary>
internal static class Rounds
{
    /// <summary>After this many attempts a <see cref="StorefrontBusyException"/> is thrown.</summary>
    public const int Most = 20;
}
