namespace WhatsCommerce;

/// <summary>What one business used up of the limits of one use case.</summary>
public sealed record BusinessUsage
{
    /// <summary>The id that the entry is about: a business, a WhatsApp Business account, a catalog.</summary>
    public required string ObjectId { get; init; }

    /// <summary><c>type</c>, such as <c>whatsapp</c> or <c>catalog_management</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What was used up.</summary>
    public required UsageShare Used { get; init; }

    /// <summary>
    /// <c>estimated_time_to_regain_access</c>, which Meta gives in minutes; <see langword="null"/> while calls are let through. At most a
    /// week.
    /// </summary>
    public TimeSpan? TimeToRegainAccess { get; init; }
}
