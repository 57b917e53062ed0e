namespace WhatsCommerce.Testing.Judging;

/// <summary>
/// The Graph errors of the messages endpoint, with Meta's wording where it is known from its pages or from responses observed in practice.
/// </summary>
internal static class Refusals
{
    /// <summary>100: a parameter of the request itself is missing.</summary>
    public static Refusal Required(string parameter) => new(400, 100, $"(#100) The parameter {parameter} is required.");

    /// <summary>100: a parameter of the request itself is not one of the allowed values.</summary>
    public static Refusal NotOneOf(string parameter, string allowed, string found) =>
        new(400, 100, $"(#100) Param {parameter} must be one of {{{allowed}}} - got \"{found}\".");

    /// <summary>100: a parameter of the request itself is too long.</summary>
    public static Refusal TooLong(string parameter, int limit) =>
        new(400, 100, $"(#100) Param {parameter} must be at most {Number(limit)} characters long.");

    /// <summary>100: the request as a whole cannot be read.</summary>
    public static Refusal Unreadable(string message, string? details = null) => new(400, 100, message) { Details = details };

    /// <summary>100 with details.</summary>
    public static Refusal InvalidParameter(string details) => new(400, 100, "(#100) Invalid parameter") { Details = details };

    /// <summary>131008: a parameter of the message is missing.</summary>
    public static Refusal Missing(string details) => new(400, 131008, "(#131008) Required parameter is missing") { Details = details };

    /// <summary>131009: a parameter of the message has an invalid value.</summary>
    public static Refusal Invalid(string details) => new(400, 131009, "(#131009) Parameter value is not valid") { Details = details };

    /// <summary>132000: a part of a template gets too few or too many values.</summary>
    public static Refusal ParameterCount(string part, int given, int wanted) => ParameterCount(
        $"{part}: number of localizable_params ({Number(given)}) does not match the expected number of params ({Number(wanted)})");

    /// <summary>132000 with details.</summary>
    public static Refusal ParameterCount(string details) =>
        new(400, 132000, "(#132000) Number of parameters does not match the expected number of params") { Details = details };

    /// <summary>132005: a template's text becomes too long when its variables are replaced by their values.</summary>
    public static Refusal HydratedTextTooLong(string parameter, int limit) => new(400, 132005, "(#132005) Translated text too long")
    {
        Details = $"The parameter {parameter} has more than {Number(limit)} characters.",
    };

    /// <summary>132012: a template's variable gets a value of another type.</summary>
    public static Refusal ParameterFormat(string details) =>
        new(400, 132012, "(#132012) Parameter format does not match format in the created template") { Details = details };

    /// <summary>132018: a template's variable gets a text that Meta does not accept.</summary>
    public static Refusal ParameterText(string details) =>
        new(400, 132018, "(#132018) There's an issue with the parameters in your template") { Details = details };

    /// <summary>131051: the recipient does not accept messages of this type.</summary>
    public static Refusal Unsupported(string details) =>
        new(400, 131051, "(#131051) Message type is not currently supported") { Details = details };

    /// <summary>131021: the business sent a message to its own number.</summary>
    public static Refusal SenderIsRecipient() => new(400, 131021, "(#131021) Recipient cannot be sender")
    {
        Details = "Sender and recipient phone number are the same",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
