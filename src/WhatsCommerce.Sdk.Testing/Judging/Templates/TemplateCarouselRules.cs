namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The rules for the carousel of a template: cards with the same components, each with an image, a video or a product as its header.
/// </summary>
internal static class TemplateCarouselRules
{
    public static Refusal? Judge(JsonElement? carousel)
    {
        if (carousel.ArrayMember("cards") is not { } cards || cards.GetArrayLength() is < Limits.MinCards or > Limits.MaxCards)
        {
            return TemplateRefusals.Invalid($"A carousel must have {Limits.MinCards} to {Limits.MaxCards} cards.");
        }

        string? shape = null;
        foreach (JsonElement card in cards.EnumerateArray())
        {
            if (((JsonElement?)card).ArrayMember("components") is not { } components)
            {
                return TemplateRefusals.Invalid("A card requires components.");
            }

            if (JudgeCard(components, out string found) is { } refusal)
            {
                return refusal;
            }

            if (shape is not null && shape != found)
            {
                return TemplateRefusals.Invalid($"All cards of a carousel must have the same components; found {shape} and {found}.");
            }

            shape = found;
        }

        return null;
    }

    private static Refusal? JudgeCard(JsonElement components, out string shape)
    {
        List<string> parts = [];
        shape = "";
        foreach (JsonElement item in components.EnumerateArray())
        {
            JsonElement? component = item;
            string type = TemplateRules.TypeOf(component);
            Refusal? refusal = type switch
            {
                "HEADER" => component.TextMember("format")?.ToUpperInvariant() is "IMAGE" or "VIDEO" or "PRODUCT"
                    ? null
                    : TemplateRefusals.Header("The header of a card must have the format IMAGE, VIDEO or PRODUCT."),
                "BODY" => TemplateRules.Body(component, Limits.CardBody),
                "BUTTONS" => TemplateButtonRules.Judge(component.ArrayMember("buttons"), Limits.CardButtons),
                _ => TemplateRefusals.Invalid($"A card cannot have a component '{type}'."),
            };
            if (refusal is not null)
            {
                return refusal;
            }

            parts.Add(type switch
            {
                "HEADER" => $"HEADER {component.TextMember("format")!.ToUpperInvariant()}",
                "BUTTONS" =>
                    string.Join(
                        '+', component.ArrayMember("buttons")!.Value.EnumerateArray().Select(button => TemplateRules.TypeOf(button))),
                _ => type,
            });
        }

        shape = string.Join(", ", parts);
        return parts.Any(part => part.StartsWith("HEADER", StringComparison.Ordinal))
            ? null
            : TemplateRefusals.Header("A card requires a header.");
    }
}
