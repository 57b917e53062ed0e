namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON that registers a number. Source: Meta, phone number registration reference.</summary>
internal sealed record RegistrationBody(
    string? Pin,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DataLocalizationRegion)
{
    private const int RegionLetters = 2;

    public string MessagingProduct { get; } = "whatsapp";

    public void Check()
    {
        Violations violations = new();
        violations.RequireSixDigits("pin", Pin, "The PIN");
        if (DataLocalizationRegion is { } region && (region.Length != RegionLetters || region.Any(letter => letter is < 'A' or > 'Z')))
        {
            violations.Add(
                "data_localization_region",
                ViolationRule.Format,
                "The region must be a country code of two capital letters, such as DE.");
        }

        violations.ThrowIfAny("The number was not registered");
    }
}

/// <summary>The JSON that sets the PIN.</summary>
internal sealed record PinBody(string? Pin)
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireSixDigits("pin", Pin, "The PIN");
        violations.ThrowIfAny("The PIN was not sent");
    }
}

/// <summary>The JSON that has a code sent.</summary>
internal sealed record CodeRequestBody(VerificationCodeMethod CodeMethod, string? Language)
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireText("code_method", CodeMethod.Value, "The way in which the code is sent");
        violations.RequireLanguage("language", Language);
        violations.ThrowIfAny("No code was requested");
    }
}

/// <summary>The JSON that proves the ownership of a number.</summary>
internal sealed record CodeBody(string? Code)
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireSixDigits("code", Code, "The code");
        violations.ThrowIfAny("The code was not sent");
    }
}

internal static class RegistrationRules
{
    /// <summary>Checks a PIN or a code, which are secrets and never part of a violation.</summary>
    public static void RequireSixDigits(this Violations violations, WirePath path, string? text, string name)
    {
        if (text is null || text.Length != PhoneNumberLimits.PinLength || !text.All(char.IsAsciiDigit))
        {
            violations.Add(
                path,
                ViolationRule.Format,
                $"{name} must have six digits.",
                PhoneNumberLimits.PinLength,
                text?.Length ?? 0);
        }
    }
}
