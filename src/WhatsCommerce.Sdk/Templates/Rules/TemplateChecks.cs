using static WhatsCommerce.Validation.Violations;

namespace WhatsCommerce.Templates;

/// <summary>Contains all rules of templates that can be checked offline. Sources: <see cref="TemplateLimits"/>.</summary>
/// <remarks>Rules depend on the content of a template, not on the builder that created it.</remarks>
internal static partial class TemplateChecks
{
    public static void Check(Violations violations, TemplateDefinition definition)
    {
        violations.RequireTemplateName("name", definition.Name, TemplateLimits.Name);
        violations.RequireLanguage("language", definition.Language);
        if (!definition.Category.HasValue)
        {
            violations.Add(
                "category", ViolationRule.Required, "The category is required: TemplateCategory.Marketing or TemplateCategory.Utility.");
        }

        if (definition.TimeToLive is TimeSpan time && time < TimeSpan.FromSeconds(1))
        {
            violations.Add(
                "message_send_ttl_seconds", ViolationRule.Range, "The time to live is a second at least; leave it out for Meta's own.", 1);
        }

        CheckComponents(violations, definition.Components, new VariableNames(), ComponentPlaces.OfTemplate);
    }

    private static void CheckComponents(Violations violations, TemplateComponents components, VariableNames names, ComponentPlaces root)
    {
        ComponentPlaces places = root.For(components);
        CheckHeader(violations, components, names, places);
        CheckOffer(violations, components, places);
        CheckBody(violations, components, names, places);
        CheckFooter(violations, components, places);
        CheckButtons(violations, components, places);
        CheckCards(violations, components, names, places);
    }

    private static void CheckHeader(Violations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        if (components.Header is not TemplateHeader header)
        {
            if (Has(components, TemplateButtonType.ProductList))
            {
                violations.Add(
                    places.Header,
                    ViolationRule.Required,
                    "A multi-product template has a header that is a text.",
                    TemplateLimits.HeaderText,
                    0);
            }

            return;
        }

        if (header.Format == TemplateHeaderFormat.Text)
        {
            violations.RequireText($"{places.Header}.text", header.Text, TemplateLimits.HeaderText, "The header");
            CheckVariables(violations, header, names, places.Header, "header");
            violations.LimitCount(
                $"{places.Header}.text", header.Variables.Count, TemplateLimits.HeaderVariables, "variables in the header");
            CheckOneLine(violations, $"{places.Header}.text", header.Text, "A header", " (2388047)", takesNoAsterisk: true);
        }
        else if (header.Format.IsMedia)
        {
            CheckHandle(violations, header, $"{places.Header}.example.header_handle");
        }

        if (HeadersOf(components, places) is { } headers && !headers.Allowed.Contains(header.Format))
        {
            violations.Add(
                $"{places.Header}.format",
                ViolationRule.NotAllowed,
                $"This kind of template does not allow a header of the format {header.Format}, but {headers.Words}.");
        }
    }

    // The header formats that a kind of template allows; null for any.
    private static (TemplateHeaderFormat[] Allowed, string Words)? HeadersOf(TemplateComponents components, ComponentPlaces places) =>
        places.IsCard ? ([
            TemplateHeaderFormat.Image,
            TemplateHeaderFormat.Video,
            TemplateHeaderFormat.Product], "a picture, a video or a product")
        : Has(components, TemplateButtonType.ProductList) ? ([TemplateHeaderFormat.Text], "a text")
        : Has(components, TemplateButtonType.OrderDetails) ? ([
            TemplateHeaderFormat.Text,
            TemplateHeaderFormat.Image,
            TemplateHeaderFormat.Document], "a text, a picture or a document")
        : components.Offer is not null ? ([TemplateHeaderFormat.Image, TemplateHeaderFormat.Video], "a picture or a video")
        : null;

    private static bool Has(TemplateComponents components, TemplateButtonType type) =>
        components.Buttons.Any(button => button.Type == type);

    private static void CheckHandle(Violations violations, TemplateHeader header, string path)
    {
        if (string.IsNullOrWhiteSpace(header.ExampleHandle))
        {
            violations.Add(path, ViolationRule.Required,
                $"Reviewers want to see an example of the {Small(header.Format.Value)}: upload one by Meta's resumable upload and give its "
                    + "handle (4::aW...).");
        }
        else if (NotAHandle(header.ExampleHandle.Trim()) is string found)
        {
            violations.Add(path, ViolationRule.Format,
                $"This is {found}, but Meta accepts only the handle of an uploaded example (4::aW...): upload one by Meta's resumable "
                    + "upload and give its handle.");
        }
        else
        {
            violations.RequireWellFormed(path, header.ExampleHandle, "The handle");
        }
    }

    // Values that are often mistaken for a handle; the format of handles is not documented. A handle has colons: 4::aW1hZ2UvcG5n:ARb...
    private static string? NotAHandle(string handle) =>
        handle.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "the content of a file"
        : handle.Contains("://", StringComparison.Ordinal) || handle.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "an address"
        : handle.StartsWith("upload:", StringComparison.Ordinal) ? "the id of an upload session, not the handle that it returns"
        : !handle.AsSpan().ContainsAnyExceptInRange('0', '9') ? "the id of a file that was uploaded for messages"
        : !handle.Contains(':', StringComparison.Ordinal) && handle.AsSpan().ContainsAny('/', '\\', '.') ? "the name of a file"
        : null;

    private static void CheckOffer(Violations violations, TemplateComponents components, ComponentPlaces places)
    {
        if (components.Offer is not TemplateOffer offer)
        {
            return;
        }

        violations.RequireText($"{places.Offer}.limited_time_offer.text", offer.Text, TemplateLimits.OfferText, "The text of the offer");
        if (components.Footer is not null)
        {
            violations.Add(
                places.Footer, ViolationRule.NotAllowed, "A limited-time offer template has no footer; put the text into the body.");
        }
    }

    private static void CheckBody(Violations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        if (components.Body is not TemplateBody body)
        {
            if (!places.IsCard)
            {
                violations.Add(
                    places.Body, ViolationRule.Required, "The body is required and has no text.", LimitOfBody(components, places), 0);
            }

            return;
        }

        // Meta sets the text of an authentication template.
        if (Has(components, TemplateButtonType.Otp))
        {
            return;
        }

        violations.RequireText($"{places.Body}.text", body.Text, LimitOfBody(components, places), "The body");
        CheckVariables(violations, body, names, places.Body, "body");
        ReadOnlySpan<char> text = body.Text.AsSpan().Trim();
        if (text.StartsWith(TemplateVariables.Open, StringComparison.Ordinal)
            || text.EndsWith(TemplateVariables.Close, StringComparison.Ordinal))
        {
            violations.Add($"{places.Body}.text", ViolationRule.Format,
                "A body neither begins nor ends with a variable (2388299); put a word or a full stop before or behind it.");
        }
    }

    private static int LimitOfBody(TemplateComponents components, ComponentPlaces places) =>
        places.IsCard ? TemplateLimits.CardBody
        : components.Offer is not null ? TemplateLimits.OfferBody
        : components.Header?.Format == TemplateHeaderFormat.Product ? TemplateLimits.ProductBody
        : TemplateLimits.Body;

    private static void CheckFooter(Violations violations, TemplateComponents components, ComponentPlaces places)
    {
        if (components.Footer is not TemplateFooter footer)
        {
            return;
        }

        if (footer.CodeExpirationMinutes is int minutes)
        {
            if (minutes < 1 || minutes > TemplateLimits.CodeMinutes)
            {
                violations.Add($"{places.Footer}.code_expiration_minutes", ViolationRule.Range,
                    Invariant($"A code holds for 1 to {TemplateLimits.CodeMinutes} minutes, not for {minutes}."),
                    TemplateLimits.CodeMinutes,
                    minutes);
            }

            return;
        }

        violations.RequireText($"{places.Footer}.text", footer.Text, TemplateLimits.Footer, "The footer");
        if (TemplateVariables.Of(footer.Text).Count > 0)
        {
            violations.Add($"{places.Footer}.text", ViolationRule.NotAllowed,
                "A footer has no variables (2388073): a message could not fill them in. Put it into the body.");
        }

        CheckOneLine(violations, $"{places.Footer}.text", footer.Text, "A footer", " (2388073)");
    }

    private static void CheckCards(Violations violations, TemplateComponents components, VariableNames names, ComponentPlaces places)
    {
        IReadOnlyList<TemplateComponents> cards = components.Cards;
        if (cards.Count > 0 && cards.Count < TemplateLimits.CarouselMinCards)
        {
            violations.Add(
                $"{places.Carousel}.cards",
                ViolationRule.MinCount,
                "There is only 1 card; at least 2 are needed.",
                TemplateLimits.CarouselMinCards,
                cards.Count);
        }

        violations.LimitCount($"{places.Carousel}.cards", cards.Count, TemplateLimits.CarouselCards, "cards");
        for (int i = 0; i < cards.Count; i++)
        {
            ComponentPlaces card = places.Card(i);
            CheckComponents(violations, cards[i], names, card);
            if (cards[i].Header is null)
            {
                violations.Add(card.For(cards[i]).Header, ViolationRule.Required, "Each card has a picture, a video or a product.");
            }

            if (ShapeOf(cards[i]) != ShapeOf(cards[0]))
            {
                violations.Add(Invariant($"{places.Carousel}.cards[{i}].components"), ViolationRule.Mismatch,
                    $"All cards of a carousel have the same parts: this one has {ShapeOf(cards[i])}, the first {ShapeOf(cards[0])}.");
            }
        }
    }

    private static string ShapeOf(TemplateComponents card) => Small(string.Join(" + ", new[] { card.Header?.Format.Value ?? "no header" }
        .Concat(card.Body is null ? [] : ["a body"])
        .Concat(card.Buttons.Select(button => $"{button.Type} button"))));

    private static string Small(string? word) => word?.ToLowerInvariant() ?? "";

    // A text without line breaks, emoji and formatting. Source: Meta, templates/components; support/error-codes.
    private static void CheckOneLine(
        Violations violations, string path, string? text, string name, string code = "", bool takesNoAsterisk = false)
    {
        if (text is not null && OneLineText.FindUnwanted(text, takesNoAsterisk) is string found)
        {
            violations.Add(
                path,
                ViolationRule.NotAllowed,
                $"{name} must not contain line breaks, emoji or formatting{code}, but has {found}. Only a body may contain them.");
        }
    }
}
