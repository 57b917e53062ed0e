namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>The rules for the buttons of a template.</summary>
internal static class TemplateButtonRules
{
    private static readonly string[] Once =
        ["PHONE_NUMBER", "COPY_CODE", "CATALOG", "MPM", "SPM", "OTP", "ORDER_DETAILS", "FLOW", "VOICE_CALL", "REQUEST_CONTACT_INFO"];

    public static Refusal? Judge(JsonElement? buttons, int limit)
    {
        if (buttons is not { } list || list.GetArrayLength() == 0)
        {
            return TemplateRefusals.Invalid("A component BUTTONS requires buttons.");
        }

        string[] types = [.. list.EnumerateArray().Select(button => TemplateRules.TypeOf(button))];
        if (types.Length > limit)
        {
            return TemplateRefusals.Invalid($"There are {Number(types.Length)} buttons; at most {Number(limit)} are allowed.");
        }

        foreach ((JsonElement button, string type) in list.EnumerateArray().Zip(types))
        {
            if (JudgeOne(button, type) is { } refusal)
            {
                return refusal;
            }
        }

        if (types.FirstOrDefault(type => types.Count(other => other == type) > (type == "URL"
            ? Limits.TemplateUrlButtons
            : type == "PAYMENT_REQUEST" ? Limits.TemplatePaymentRequests : Once.Contains(type) ? 1 : limit)) is { } many)
        {
            return TemplateRefusals.Invalid($"There are too many buttons of type {many}.");
        }

        return AreTogether(types) ? null : TemplateRefusals.Invalid("Quick replies must stand together, not among other buttons.");
    }

    private static Refusal? JudgeOne(JsonElement? button, string type)
    {
        if (type is not ("QUICK_REPLY" or "URL" or "PAYMENT_REQUEST") && !Once.Contains(type))
        {
            return TemplateRefusals.Invalid($"The button type '{type}' is unknown.");
        }

        // Meta supplies the text of these two.
        string? text = button.TextMember("text");
        if (string.IsNullOrWhiteSpace(text) && type is not ("COPY_CODE" or "OTP"))
        {
            return TemplateRefusals.Invalid($"A button of type {type} requires a text.");
        }

        if (text is not null && Json.Length(text) > Limits.TemplateButtonText)
        {
            return TemplateRefusals.TooLong("text of a button", Limits.TemplateButtonText);
        }

        if (text is not null && (TemplateText.Variables(text).Count > 0 ? "variables" : TemplateText.Unwanted(text)) is { } unwanted)
        {
            return TemplateRefusals.Invalid($"The text of a button can't have {unwanted}.");
        }

        return type switch
        {
            "URL" => Field(
                button,
                "url",
                Limits.TemplateUrl) ?? (TemplateText.Variables(button.TextMember("url")!).Count > 0 && button.Member("example") is null
                ? TemplateRefusals.Invalid("A URL with a variable requires an example.")
                : null),
            "PHONE_NUMBER" => Field(button, "phone_number", Limits.TemplatePhone),
            "COPY_CODE" => button.Member("example") is { ValueKind: JsonValueKind.Array } examples
                ? examples.GetArrayLength() > 0 ? null : TemplateRefusals.Invalid("A button of type COPY_CODE requires an example.")
                : Field(button, "example", Limits.CouponCode),
            _ => null,
        };
    }

    private static Refusal? Field(JsonElement? button, string name, int limit) =>
        button.TextMember(name) is not { Length: > 0 } text ? TemplateRefusals.Invalid(
            $"A button of type {TemplateRules.TypeOf(button)} requires '{name}'.")
        : Json.Length(text) > limit ? TemplateRefusals.TooLong($"{name} of a button", limit)
        : null;

    // One run of quick replies at most: QQUU and UUQQ, never QUQ.
    private static bool AreTogether(string[] types)
    {
        int runs = types.Where((type, index) => type == "QUICK_REPLY" && (index == 0 || types[index - 1] != "QUICK_REPLY")).Count();
        return runs <= 1;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
