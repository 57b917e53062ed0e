namespace WhatsCommerce;

/// <summary>How much of its limits an app and its businesses have used up, as Meta last told.</summary>
/// <remarks>Read from the headers <c>X-App-Usage</c> and <c>X-Business-Use-Case-Usage</c>. Source: Meta,
/// graph-api/overview/rate-limiting.</remarks>
public sealed record GraphUsage
{
    /// <summary>What the app used; <see langword="null"/> when Meta has not reported it.</summary>
    public UsageShare? App { get; init; }

    /// <summary>What each business used, by use case; empty when Meta has not reported it.</summary>
    public IReadOnlyList<BusinessUsage> Businesses { get; init; } = [];

    /// <summary>
    /// The longest of the waits that Meta names until calls are let through again; <see langword="null"/> when there is none.
    /// </summary>
    public TimeSpan? TimeToRegainAccess
    {
        get
        {
            TimeSpan longest = TimeSpan.Zero;
            foreach (BusinessUsage business in Businesses)
            {
                if (business.TimeToRegainAccess > longest)
                {
                    longest = business.TimeToRegainAccess.Value;
                }
            }

            return longest > TimeSpan.Zero ? longest : null;
        }
    }
}
