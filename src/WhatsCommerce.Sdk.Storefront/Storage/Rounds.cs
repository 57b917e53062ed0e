namespace WhatsCommerce.Storefronts;

/// <summary>How often rows are read and written again that others change at the same time.</summary>
internal static class Rounds
{
    /// <summary>After this many rounds a <see cref="StorefrontBusyException"/> says so.</summary>
    public const int Most = 20;
}
