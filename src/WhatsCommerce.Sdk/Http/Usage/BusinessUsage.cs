namespace WhatsCommerce;

/// <summary>Represents how much one business used of the rate limits of one use case.</summary>
public sealed record BusinessUsage
{
    /// <summary>Gets the id of the object that the limit applies to: a business, a WhatsApp Business account, a catalog.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Gets <c>type</c>, such as <c>whatsapp</c> or <c>catalog_management</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the used share of the limit.</summary>
    public required UsageShare Used { get; init; }

    /// <summary>
    /// Gets <c>estimated_time_to_regain_access</c>, which Meta reports in minutes; <see langword="null"/> while calls are not blocked. At
    /// most 7 days.
    /// </summary>
    public TimeSpan? TimeToRegainAccess { get; init; }
}
