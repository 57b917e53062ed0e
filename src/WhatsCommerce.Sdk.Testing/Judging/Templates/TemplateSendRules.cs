namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>Checks that a template that is sent exists, may be sent, and gets a value for each of its variables.</summary>
internal static class TemplateSendRules
{
    public static Refusal? Judge(Place template, ITemplateBook book)
    {
        string name = template["name"].Text!;
        string language = template["language"]["code"].Text!;
        if (!book.IsKept)
        {
            return null;
        }

        if (book.Find(name, language) is not var (status, definition) || status is "PENDING" or "REJECTED")
        {
            return new(404, 132001, "(#132001) Template name does not exist in the translation")
            {
                Details = $"template name ({name}) does not exist in {language}",
            };
        }

        if (status is not "APPROVED")
        {
            return status == "PAUSED" ? Unusable(132015, "Template is Paused", name) : Unusable(132016, "Template is Disabled", name);
        }

        using JsonDocument document = JsonDocument.Parse(definition);
        Place defined = new(document.RootElement, "");
        return JudgeComponents(defined, template["components"]) ?? (IsCode(defined) ? JudgeCode(template["components"]) : null);
    }

    private static bool IsCode(Place defined) => defined.Items.SelectMany(component => component["buttons"].Items)
        .Any(button => TemplateRules.TypeOf(button.Json) == "OTP");

    // The same code in the body and in the button. Source: Meta, templates/authentication-templates.
    private static Refusal? JudgeCode(Place components)
    {
        Place body = Find(components, "BODY")["parameters"].Items.FirstOrDefault()["text"];
        Place button = Find(components, "BUTTON")["parameters"].Items.FirstOrDefault()["text"];
        return Json.Length(body.Text ?? "") > Limits.OneTimePassword
            ? Refusals.ParameterText($"A one-time password may have at most {Number(Limits.OneTimePassword)} characters: {body.Path}")
            : body.Text == button.Text ? null
            : Refusals.ParameterText($"The one-time password of the button must be the same as that of the body: {button.Path}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The components of a template, or of a card.
    private static Refusal? JudgeComponents(Place defined, Place sent) =>
        defined.Each(component => TemplateRules.TypeOf(component.Json) switch
    {
        "HEADER" => JudgeHeader(component.Json, Find(sent, "HEADER")),
        "BODY" => JudgeBody(component.Json, Find(sent, "BODY"), isAlone: defined.Count == 1),
        "BUTTONS" => TemplateButtonFitRules.Judge(component.Json, sent),
        "CAROUSEL" => JudgeCards(component.Json, Find(sent, "CAROUSEL")["cards"]),
        _ => null,
    });

    private static Refusal? JudgeHeader(JsonElement? defined, Place sent)
    {
        string format = defined.TextMember("format")?.ToUpperInvariant() ?? "TEXT";
        if (format == "TEXT")
        {
            string text = defined.TextMember("text") ?? "";
            return JudgeTexts("header", TemplateText.Variables(text), sent["parameters"])
                ?? JudgeLength("header", text, sent["parameters"], Limits.HeaderText);
        }

        // A media, location or product header requires one parameter of that type.
        Place parameters = sent["parameters"];
        return format == "GIF" || (
            parameters.Count == 1 && format.Equals(parameters.Items.First()["type"].Text, StringComparison.OrdinalIgnoreCase))
            ? null
            : Refusals.ParameterFormat($"header: Format mismatch, expected {format}");
    }

    // The text of an authentication template is Meta's own, with the code in place of its one variable.
    private static Refusal? JudgeBody(JsonElement? defined, Place sent, bool isAlone)
    {
        string text = defined.TextMember("text") ?? "{{1}}";
        return JudgeTexts("body", TemplateText.Variables(text), sent["parameters"])
            ?? JudgeLength("body", text, sent["parameters"], isAlone ? Limits.TemplateParameterText : Limits.TemplateBody);
    }

    // The text that the customer reads has a maximum length too: that of a body if there are other components, otherwise a larger one.
    // Source: Meta, templates; the published OpenAPI description, text parameters.
    private static Refusal? JudgeLength(string part, string text, Place parameters, int limit)
    {
        Place[] given = [.. parameters.Items];
        string filled = TemplateText.Filled(text, variable =>
            Array.Find(given, parameter => parameter["parameter_name"].Text == variable) is { IsThere: true } named ? Value(named)
            : int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1
                && number <= given.Length
                ? Value(given[number - 1])
            : "");
        return Json.Length(filled) > limit ? Refusals.HydratedTextTooLong($"{part} with its variables filled in", limit) : null;
    }

    private static string Value(Place parameter) => parameter["text"].Text
        ?? parameter["currency"]["fallback_value"].Text
        ?? parameter["date_time"]["fallback_value"].Text
        ?? "";

    // Named variables are matched by name, numbered ones by position.
    private static Refusal? JudgeTexts(string part, IReadOnlyList<string> variables, Place parameters)
    {
        if (parameters.Count != variables.Count)
        {
            return Refusals.ParameterCount(part, parameters.Count, variables.Count);
        }

        bool areNamed = variables.Any(variable => !variable.All(char.IsAsciiDigit));
        return parameters.Each(parameter =>
        {
            string? name = parameter["parameter_name"].Text;
            return parameter["type"].Text is not ("text" or "currency" or "date_time") ? Refusals.ParameterFormat(
                $"{part}: Format mismatch, expected TEXT")
                : name is null ? areNamed
                    ? Refusals.InvalidParameter($"Parameter name is missing or empty: {parameter["parameter_name"].Path}")
                    : null
                : variables.Contains(name) ? null
                : Refusals.ParameterCount($"{part} has no variable {name}: {parameter["parameter_name"].Path}");
        });
    }

    // The template defines each card with an image or a video; cards with products are all like the first one.
    private static Refusal? JudgeCards(JsonElement? defined, Place sent)
    {
        JsonElement[] cards = defined.ArrayMember("cards") is { } list ? [.. list.EnumerateArray()] : [];
        bool areProducts = cards.Length > 0 && IsProduct(cards[0]);
        if (!areProducts && sent.Count != cards.Length)
        {
            return Refusals.ParameterCount("carousel", sent.Count, cards.Length);
        }

        return sent.Count == 0 ? sent.Missing() : sent.Each(card =>
        {
            long index = areProducts ? 0 : card["card_index"].Whole ?? cards.Length;
            return index < cards.Length
                ? JudgeComponents(new Place(cards[index], "")["components"], card["components"])
                : card["card_index"].Wrong("is not a card of the template");
        });
    }

    private static bool IsProduct(JsonElement? card) => new Place(card.Member("components"), "").Items
        .Any(component => "PRODUCT".Equals(component["format"].Text, StringComparison.OrdinalIgnoreCase));

    private static Place Find(Place components, string type) =>
        components.Items.FirstOrDefault(component => TemplateRules.TypeOf(component.Json) == type, new Place(null, components.Path));

    private static Refusal Unusable(int code, string message, string name) =>
        new(
            400,
            code,
            string.Create(CultureInfo.InvariantCulture, $"(#{code}) {message}")) { Details = $"The template {name} cannot be sent now." };
}
