namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the rate limit of a number.</summary>
public sealed record PhoneNumberThroughput
{
    /// <summary><c>STANDARD</c> for 80 messages per second, <c>HIGH</c> for 1,000, <c>NOT_APPLICABLE</c>.</summary>
    public string? Level { get; init; }
}
