namespace WhatsCommerce.Templates;

/// <summary>
/// Reads the components of a template from Meta. Unknown ones are kept as received; members of an unexpected type are skipped. Never throws
/// for invalid data.
/// </summary>
internal static class TemplateReader
{
    public static TemplateComponents Read(JsonElement components) => Read(components, isCard: false);

    private static TemplateComponents Read(JsonElement components, bool isCard)
    {
        TemplateHeader? header = null;
        TemplateOffer? offer = null;
        TemplateBody? body = null;
        TemplateFooter? footer = null;
        List<TemplateButtonDefinition>? buttons = null;
        List<TemplateComponents>? cards = null;
        bool asksToCall = false;
        List<JsonElement> others = [];
        foreach (JsonElement component in Items(components))
        {
            switch (Text(component, "type")?.ToUpperInvariant())
            {
                case "HEADER" when header is null:
                    header = Header(component);
                    break;
                case "LIMITED_TIME_OFFER" when offer is null:
                    offer = Offer(component);
                    break;
                case "BODY" when body is null:
                    body = Body(component);
                    break;
                case "FOOTER" when footer is null:
                    footer = Footer(component);
                    break;
                case "BUTTONS" when buttons is null && HasOnlyObjects(component, "buttons"):
                    buttons = [.. Items(Member(component, "buttons")).Select(Button)];
                    break;
                case "CAROUSEL" when cards is null && !isCard && HasOnlyObjects(component, "cards"):
                    cards = [.. Items(Member(component, "cards")).Select(card => Read(Member(card, "components"), isCard: true))];
                    break;
                case "CALL_PERMISSION_REQUEST":
                    asksToCall = true;
                    break;
                default:
                    others.Add(component);
                    break;
            }
        }

        return new TemplateComponents
        {
            Header = header,
            Offer = offer,
            Body = body,
            Footer = footer,
            Buttons = buttons ?? [],
            Cards = cards ?? [],
            AsksToCall = asksToCall,
            OtherComponents = others,
        };
    }

    private static TemplateHeader Header(JsonElement json)
    {
        JsonElement example = Member(json, "example");
        string? text = Text(json, "text");
        TemplateHeaderFormat format = Text(json, "format");
        return new TemplateHeader(
            format.HasValue || text is null ? format : TemplateHeaderFormat.Text,
            text,
            Examples(example, "header"),
            FirstText(Member(example, "header_handle")))
        {
            OtherFields = Fields.Except(json, "type", "format", "text", "example"),
        };
    }

    private static TemplateOffer Offer(JsonElement json)
    {
        JsonElement offer = Member(json, "limited_time_offer");
        return new TemplateOffer(
            Text(offer, "text"), IsTrue(offer, "has_expiration")) { OtherFields = Fields.Except(json, "type", "limited_time_offer") };
    }

    private static TemplateBody Body(JsonElement json) =>
        new(Text(json, "text"), Examples(Member(json, "example"), "body"), IsTrue(json, "add_security_recommendation"))
        {
            OtherFields = Fields.Except(json, "type", "text", "example", "add_security_recommendation"),
        };

    private static TemplateFooter Footer(JsonElement json)
    {
        JsonElement minutes = Member(json, "code_expiration_minutes");
        return new TemplateFooter(
            Text(json, "text"), minutes.ValueKind == JsonValueKind.Number && minutes.TryGetInt32(out int number) ? number : null)
        {
            OtherFields = Fields.Except(json, "type", "text", "code_expiration_minutes"),
        };
    }

    private static TemplateButtonDefinition Button(JsonElement json) =>
        new(Text(json, "type"), Text(json, "text"), Text(json, "url"), Text(json, "phone_number"), FirstText(Member(json, "example")))
        {
            OtherFields = Fields.Except(json, "type", "text", "url", "phone_number", "example"),
        };

    // Meta's pages show ["a"], [["a", "b"]] and "a".
    private static IEnumerable<TemplateExample> Examples(JsonElement example, string part)
    {
        JsonElement named = Member(example, $"{part}_text_named_params");
        return named.ValueKind == JsonValueKind.Array
            ? Items(named).Select(pair => new TemplateExample(Text(pair, "param_name") ?? "", Text(pair, "example")))
            : Texts(Member(example, $"{part}_text")).Select(text => new TemplateExample(null, text));
    }

    private static IEnumerable<string?> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [TextOf(json)],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static string? FirstText(JsonElement json) => Texts(json).FirstOrDefault();

    private static string? Text(JsonElement json, string name)
    {
        JsonElement member = Member(json, name);
        return member.ValueKind == JsonValueKind.String ? TextOf(member) : null;
    }

    private static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which JSON can express and a string should not contain.
            return null;
        }
    }

    private static bool IsTrue(JsonElement json, string name) => Member(json, name).ValueKind == JsonValueKind.True;

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement member) ? member : default;

    private static JsonElement[] Items(JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];

    private static bool HasOnlyObjects(JsonElement json, string name)
    {
        JsonElement list = Member(json, name);
        return list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);
    }
}
