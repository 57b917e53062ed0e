namespace WhatsCommerce.PhoneNumbers;

/// <summary>How fast a number may send.</summary>
public sealed record PhoneNumberThroughput
{
    /// <summary><c>STANDARD</c> for 80 messages a second, <c>HIGH</c> for 1,000, <c>NOT_APPLICABLE</c>.</summary>
    public string? Level { get; init; }
}
