namespace WhatsCommerce;

/// <summary>Represents how much of their rate limits an app and its businesses have used, as Meta last reported.</summary>
/// <remarks>Read from the headers <c>X-App-Usage</c> and <c>X-Business-Use-Case-Usage</c>. Source: Meta,
/// graph-api/overview/rate-limiting.</remarks>
public sealed record GraphUsage
{
    /// <summary>Gets what the app used; <see langword="null"/> when Meta has not reported it.</summary>
    public UsageShare? App { get; init; }

    /// <summary>Gets what each business used, by use case; empty when Meta has not reported it.</summary>
    public IReadOnlyList<BusinessUsage> Businesses { get; init; } = [];

    /// <summary>
    /// Gets the longest time that Meta reports until calls are allowed again; <see langword="null"/> when calls are not blocked.
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
