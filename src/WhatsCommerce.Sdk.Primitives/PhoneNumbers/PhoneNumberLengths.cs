namespace WhatsCommerce;

/// <summary>The number of digits of a phone number with its country code. Source of the maximum: ITU-T E.164.</summary>
internal static class PhoneNumberLengths
{
    public const int MinDigits = 7;
    public const int MaxDigits = 15;
}
