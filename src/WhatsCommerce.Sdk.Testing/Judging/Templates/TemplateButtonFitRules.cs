namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>Checks that the buttons of a sent template exist in its definition, and have the parameters that they require.</summary>
internal static class TemplateButtonFitRules
{
    public static Refusal? Judge(JsonElement? defined, Place sent)
    {
        JsonElement[] wanted = defined.ArrayMember("buttons") is { } buttons ? [.. buttons.EnumerateArray()] : [];
        Place[] given = [.. sent.Items.Where(component => TemplateRules.TypeOf(component.Json) == "BUTTON")];
        foreach (Place button in given)
        {
            // Meta's page on call buttons omits the index.
            long index = button["index"].Whole ?? Array.FindIndex(wanted, one => Fits(one, button));
            if (index < 0 || index >= wanted.Length || !Fits(wanted[index], button))
            {
                return Refusals.ParameterFormat(
                    $"The template has no button of type {button["sub_type"].Text} at this index: {button["index"].Path}");
            }
        }

        for (int index = 0; index < wanted.Length; index++)
        {
            int place = index;
            if (NeedsParameter(wanted[index])
                && !Array.Exists(given, button => button["index"].Whole == place && button["parameters"].Count > 0))
            {
                return Refusals.Missing(string.Create(
                    CultureInfo.InvariantCulture,
                    $"buttons: Button at index {index} of type {TemplateRules.TypeOf(wanted[index])} requires a parameter: {sent.Path}"));
            }
        }

        return null;
    }

    // The parameter of a one-time password button is sent as that of a URL button, which it is internally.
    private static bool Fits(JsonElement? wanted, Place button)
    {
        string type = TemplateRules.TypeOf(wanted);
        string? given = button["sub_type"].Text?.ToUpperInvariant();
        return type == given || (type == "OTP" && given == "URL");
    }

    private static bool NeedsParameter(JsonElement? button) => TemplateRules.TypeOf(button) switch
    {
        "URL" => TemplateText.Variables(button.TextMember("url") ?? "").Count > 0,
        "COPY_CODE" or "MPM" or "ORDER_DETAILS" or "OTP" => true,
        _ => false,
    };
}
