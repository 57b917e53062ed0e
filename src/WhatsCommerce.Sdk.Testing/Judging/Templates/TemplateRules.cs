namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The rules for a template, which apply before it is reviewed. Types are case-insensitive, because Meta's own pages write them both ways.
/// Source: Meta, templates; the limits are those of its pages and of the published SDKs.
/// </summary>
internal static class TemplateRules
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz_");

    public static Refusal? JudgeNew(JsonElement? template)
    {
        string? name = template.TextMember("name");
        string? language = template.TextMember("language");
        string? category = template.TextMember("category");
        return string.IsNullOrWhiteSpace(name) ? Refusals.Required("name")
            : Json.Length(name) > Limits.TemplateName ? Refusals.TooLong("name", Limits.TemplateName)
            : name.AsSpan().ContainsAnyExcept(NameCharacters) ? TemplateRefusals.Invalid(
                "The name may contain only lower-case letters, digits and underscores.")
            : string.IsNullOrWhiteSpace(language) ? Refusals.Required("language")
            : string.IsNullOrWhiteSpace(category) ? Refusals.Required("category")
            : JudgeCategory(category) ?? JudgeWords(template) ?? JudgeComponents(template.ArrayMember("components"), category);
    }

    /// <summary>Validates an edit; what it does not name is unchanged.</summary>
    public static Refusal? JudgeEdit(JsonElement? changes, string category) =>
        (changes.TextMember("category") is { } given ? JudgeCategory(given) : null)
        ?? (changes.Member("components") is null
            ? null
            : JudgeComponents(changes.ArrayMember("components"), changes.TextMember("category") ?? category));

    private static Refusal? JudgeCategory(string category) => category.ToUpperInvariant() is "MARKETING" or "UTILITY" or "AUTHENTICATION"
        ? null
        : Refusals.NotOneOf("category", "AUTHENTICATION, MARKETING, UTILITY", category);

    private static Refusal? JudgeWords(JsonElement? template) =>
        template.TextMember("parameter_format")?.ToUpperInvariant() is { } format and not ("NAMED" or "POSITIONAL")
            ? Refusals.NotOneOf("parameter_format", "NAMED, POSITIONAL", format)
        : template.TextMember("sub_category")?.ToUpperInvariant() is { } sub and not (
            "ORDER_DETAILS" or "ORDER_STATUS" or "RICH_ORDER_STATUS" or "CUSTOM")
            ? Refusals.NotOneOf("sub_category", "ORDER_DETAILS, ORDER_STATUS, RICH_ORDER_STATUS", sub)
        : null;

    private static Refusal? JudgeComponents(JsonElement? components, string category)
    {
        if (components is not { } list || list.GetArrayLength() == 0)
        {
            return Refusals.Required("components");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        JsonElement? offer = null;
        foreach (JsonElement item in list.EnumerateArray())
        {
            JsonElement? component = item;
            string type = TypeOf(component);
            offer = type == "LIMITED_TIME_OFFER" ? component : offer;
            Refusal? refusal = !seen.Add(type) ? TemplateRefusals.Invalid($"There is more than one component {type}.") : type switch
            {
                "HEADER" => Header(component),
                "BODY" =>
                    Body(
                        component,
                        Limits.TemplateBody,
                        isAuthentication: category.Equals("AUTHENTICATION", StringComparison.OrdinalIgnoreCase)),
                "FOOTER" => Footer(component),
                "BUTTONS" => TemplateButtonRules.Judge(component.ArrayMember("buttons"), Limits.TemplateButtons),
                "CAROUSEL" => TemplateCarouselRules.Judge(component),
                "LIMITED_TIME_OFFER" or "CALL_PERMISSION_REQUEST" or "ORDER_STATUS" => null,
                _ => TemplateRefusals.Invalid($"The component type '{component.TextMember("type")}' is unknown."),
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return !seen.Contains("BODY") ? TemplateRefusals.Body("A template requires a body.")
            : offer is not null ? Offer(offer, list, seen, category)
            : null;
    }

    private static Refusal? Header(JsonElement? header)
    {
        string format = (header.TextMember("format") ?? (header.Member("text") is null ? "" : "TEXT")).ToUpperInvariant();
        if (format is "IMAGE" or "VIDEO" or "DOCUMENT" or "GIF" or "LOCATION" or "PRODUCT")
        {
            return format is "LOCATION" or "PRODUCT" ? null : Sample(header, format);
        }

        if (format != "TEXT")
        {
            return TemplateRefusals.Header($"The header format '{format}' is unknown.");
        }

        string text = header.TextMember("text") ?? "";
        int variables = TemplateText.Variables(text).Count;
        return string.IsNullOrWhiteSpace(text) ? TemplateRefusals.Header("A header of format TEXT requires a text.")
            : Json.Length(text) > Limits.HeaderText ? TemplateRefusals.TooLong("header", Limits.HeaderText)
            : variables > 1 ? TemplateRefusals.Header("A header may have at most one variable.")
            : variables == 1 && header.Member("example") is null ? TemplateRefusals.Header("A header with a variable requires an example.")
            : (TemplateText.Unwanted(text) ?? (text.Contains('*', StringComparison.Ordinal) ? "asterisks" : null)) is { } unwanted
                ? TemplateRefusals.Header($"The message header can't have {unwanted}.")
            : null;
    }

    // The handle of a resumable upload has the form 4::aW1hZ2UvcG5n:ARZ...; URLs and media ids are often mistaken for one.
    private static Refusal? Sample(JsonElement? header, string format)
    {
        Place handles = new Place(header, "header")["example"]["header_handle"];
        return handles.Count == 0 ? TemplateRefusals.Header($"A header of format {format} requires an example: header_handle.")
            : handles.Each(handle => handle.Text is { Length: > 0 } text && !text.Contains("://", StringComparison.Ordinal) && !text.All(
                char.IsAsciiDigit)
                ? null
                : TemplateRefusals.Header("The example is not the handle of an uploaded file: upload it with the resumable upload API."));
    }

    /// <summary>The rules for a body, of the template itself or of a card.</summary>
    public static Refusal? Body(JsonElement? body, int limit, bool isAuthentication = false)
    {
        // Meta writes the text of authentication templates itself.
        if (isAuthentication && body.Member("text") is null)
        {
            return null;
        }

        string text = body.TextMember("text") ?? "";
        IReadOnlyList<string> variables = TemplateText.Variables(text);
        return string.IsNullOrWhiteSpace(text) ? TemplateRefusals.Body("The body requires a text.")
            : Json.Length(text) > limit ? TemplateRefusals.TooLong("body", limit)
            : !TemplateText.AreInOrder(variables) ? TemplateRefusals.Body("Numbered variables must run from {{1}} without a gap.")
            : variables.Count > 0 && body.Member("example") is null ? TemplateRefusals.Body(
                "A body with variables requires an example for each.")
            : TemplateText.TouchesAnEdge(text) ? TemplateRefusals.EdgeVariable()
            : null;
    }

    private static Refusal? Footer(JsonElement? footer)
    {
        // Authentication templates contain the lifetime of the code in minutes instead of a text.
        string? text = footer.TextMember("text");
        return text is null && footer.Member("code_expiration_minutes") is not null ? null
            : string.IsNullOrWhiteSpace(text) ? TemplateRefusals.Footer("The footer requires a text.")
            : Json.Length(text) > Limits.Footer ? TemplateRefusals.TooLong("footer", Limits.Footer)
            : TemplateText.Variables(text).Count > 0 ? TemplateRefusals.Footer("A footer must not contain variables.")
            : TemplateText.Unwanted(text) is { } unwanted ? TemplateRefusals.Footer($"The message footer can't have {unwanted}.")
            : null;
    }

    private static Refusal? Offer(JsonElement? component, JsonElement components, HashSet<string> seen, string category)
    {
        JsonElement? body = components.EnumerateArray().FirstOrDefault(item => TypeOf(item) == "BODY");
        string text = component.ObjectMember("limited_time_offer").TextMember("text") ?? "";
        return !category.Equals("MARKETING", StringComparison.OrdinalIgnoreCase) ? TemplateRefusals.Invalid(
            "A limited-time offer must have the category MARKETING.")
            : string.IsNullOrWhiteSpace(text) ? TemplateRefusals.Invalid("A limited-time offer requires a text.")
            : Json.Length(text) > Limits.OfferText ? TemplateRefusals.TooLong("text of the limited-time offer", Limits.OfferText)
            : seen.Contains("FOOTER") ? TemplateRefusals.Footer("A limited-time offer must not have a footer.")
            : Json.Length(body.TextMember("text") ?? "") > Limits.OfferBody ? TemplateRefusals.TooLong(
                "body of a limited-time offer", Limits.OfferBody)
            : null;
    }

    internal static string TypeOf(JsonElement? component) => (component.TextMember("type") ?? "").ToUpperInvariant();
}
