namespace WhatsCommerce.PhoneNumbers;

/// <summary>How fast a number may send.</summary>
/// <param name="Level"><c>STANDARD</c> for 80 messages a second, <c>HIGH</c> for 1,000, <c>NOT_APPLICABLE</c>.</param>
public sealed record PhoneNumberThroughput(string? Level);
