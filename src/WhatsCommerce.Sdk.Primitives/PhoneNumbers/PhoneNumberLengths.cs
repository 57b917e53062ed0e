namespace WhatsCommerce;

/// <summary>How many digits a phone number has with its country code. Source: ITU-T E.164 for the most.</summary>
internal static class PhoneNumberLengths
{
    public const int MinDigits = 7;
    public const int MaxDigits = 15;
}
