namespace WhatsCommerce.Analytics;

/// <summary>
/// Represents the delivered messages of one period, broken down as requested. Dimensions that were not requested are
/// <see langword="null"/>.
/// </summary>
/// <remarks>Figures are approximate. Source: Meta, analytics, pricing analytics.</remarks>
public sealed record PricingDataPoint
{
    /// <summary><c>start</c>: the beginning of the period.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c>: the end of the period.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>volume</c>: the number of delivered messages.</summary>
    public long? Volume { get; init; }

    /// <summary><c>cost</c>, in the currency of the account.</summary>
    public decimal? Cost { get; init; }

    /// <summary><c>phone_number</c>: the number of the business.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary><c>country</c>: the country of the customers.</summary>
    public string? Country { get; init; }

    /// <summary><c>pricing_type</c>, such as <c>REGULAR</c>.</summary>
    [JsonPropertyName("pricing_type")]
    public string? Type { get; init; }

    /// <summary><c>pricing_category</c>, such as <c>UTILITY</c>.</summary>
    [JsonPropertyName("pricing_category")]
    public string? Category { get; init; }

    /// <summary><c>tier</c>: the volume tier as Meta writes it, such as <c>0:750000</c> or <c>0:MAX</c>; absent for free
    /// messages.</summary>
    public string? Tier { get; init; }

    /// <summary>The lower bound of the tier, in messages; <see langword="null"/> without a tier.</summary>
    [JsonIgnore]
    public long? TierFrom => Bound(0);

    /// <summary>
    /// The upper bound of the tier, in messages; <see langword="null"/> without a tier, and for the last tier (<c>MAX</c>).
    /// </summary>
    [JsonIgnore]
    public long? TierTo => Bound(1);

    private long? Bound(int part) => Tier?.Split(':') is { Length: 2 } parts
        && long.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out long bound)
        ? bound
        : null;
}
