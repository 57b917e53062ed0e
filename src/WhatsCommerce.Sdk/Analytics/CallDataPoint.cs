namespace WhatsCommerce.Analytics;

/// <summary>
/// Represents the calls of one period, broken down as requested. Dimensions that were not requested are <see langword="null"/>.
/// </summary>
/// <remarks>
/// Figures are approximate. Meta's page shows no response with dimensions; the names are those of the other analytics. Source: Meta,
/// analytics, call analytics.
/// </remarks>
public sealed record CallDataPoint
{
    /// <summary><c>start</c>: the beginning of the period.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c>: the end of the period.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>count</c>: the number of calls.</summary>
    public long? Count { get; init; }

    /// <summary><c>cost</c>, in the currency of the account.</summary>
    public decimal? Cost { get; init; }

    /// <summary><c>average_duration</c>, in seconds.</summary>
    [JsonPropertyName("average_duration")]
    public decimal? AverageSeconds { get; init; }

    /// <summary><c>phone_number</c>: the number of the business.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary><c>country</c>: the country of the customers.</summary>
    public string? Country { get; init; }

    /// <summary><c>direction</c>, such as <c>USER_INITIATED</c>.</summary>
    public string? Direction { get; init; }
}
