namespace WhatsCommerce.Analytics;

/// <summary>
/// Represents the conversations of one period, broken down as requested. Dimensions that were not requested are <see langword="null"/>.
/// </summary>
/// <remarks>Figures are approximate. Source: Meta, analytics, conversation analytics.</remarks>
public sealed record ConversationDataPoint
{
    /// <summary><c>start</c>: the beginning of the period.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary><c>end</c>: the end of the period.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary><c>conversation</c>: the number of conversations.</summary>
    [JsonPropertyName("conversation")]
    public long? Conversations { get; init; }

    /// <summary><c>cost</c>, in the currency of the account.</summary>
    public decimal? Cost { get; init; }

    /// <summary><c>phone_number</c>: the number of the business.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary><c>country</c>: the country of the customers.</summary>
    public string? Country { get; init; }

    /// <summary><c>conversation_type</c>, such as <c>REGULAR</c>.</summary>
    [JsonPropertyName("conversation_type")]
    public string? Type { get; init; }

    /// <summary><c>conversation_direction</c>, such as <c>BUSINESS_INITIATED</c>.</summary>
    [JsonPropertyName("conversation_direction")]
    public string? Direction { get; init; }

    /// <summary><c>conversation_category</c>, such as <c>MARKETING</c>.</summary>
    [JsonPropertyName("conversation_category")]
    public string? Category { get; init; }
}
